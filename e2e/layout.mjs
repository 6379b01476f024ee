// What is wrong with how a page is laid out, in words. Runs inside the page: it stands on nothing outside itself.
export function layoutFaults() {
  const faults = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide in a window of ${clientWidth}`);
  const headings = document.querySelectorAll("h1");
  if (headings.length !== 1) faults.push(`${headings.length} headings of the first level`);

  const say = (element) => `${element.tagName.toLowerCase()} “${(element.ariaLabel || element.innerText || "").trim().slice(0, 60)}”`;
  const isOurs = (element) => !element.closest(".graphiql-container");
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter((each) => isOurs(each) && isSeen(each));

  // Words that are told nowhere else must not be cut short; names of people's own things may be.
  const WORDS = "button, nav a span, h1, h2, h3, legend, label, th";
  for (const element of all(WORDS)) {
    for (const each of [element, ...element.querySelectorAll("*")]) {
      const style = getComputedStyle(each);
      if (each.scrollWidth > each.clientWidth + 1 && style.overflowX !== "visible" && style.display !== "inline" && each.clientWidth > 1 && !each.closest("[title]"))
        faults.push(`cut short: ${say(element)}, ${each.scrollWidth} px in ${each.clientWidth}`);
    }
  }

  // What can be pressed is not under something else, where it is in sight.
  const bar = document.querySelector("nav[aria-label]:not(header nav)");
  const box = bar?.getBoundingClientRect();
  const bottom = box && box.top > 100 ? box.top : innerHeight;
  for (const element of all("a[href], button, input, select, h1")) {
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    const [x, y] = [left + Math.min(width / 2, 40), top + height / 2];
    const inBar = bar?.contains(element);
    if (x < 0 || top < 0 || x >= clientWidth || top + height > (inBar ? innerHeight : bottom)) continue;
    const over = document.elementFromPoint(x, y);
    const label = element.closest("label") ?? document.querySelector(`label[for="${element.id}"]`);
    if (!over || element.contains(over) || over.contains(element) || label?.contains(over)) continue;
    faults.push(`covered: ${say(element)} by ${over.outerHTML.slice(0, 100)}`);
  }
  return faults;
}
