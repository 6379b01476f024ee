/**
 * What is said about parameters, by their place inside the parameters: `min`, or `members.#2.generator.params.min`,
 * the third of a list being `#2`. The empty place is the thing itself.
 */
export type Places = Readonly<Record<string, string>>;

/** What is wrong, and what is only still to be filled in. */
export type Notes = { problems: Places; unfilled: Places };

export const NO_NOTES: Notes = { problems: {}, unfilled: {} };

function below(places: Places, step: string): Places {
  const entries = Object.entries(places).flatMap(([place, text]) => {
    if (place === step) return [['', text] as const];
    return place.startsWith(`${step}.`) ? [[place.slice(step.length + 1), text] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What is said about one part, such as `min`, `members.#2` or `generator.params`, and what is in it. */
export function within({ problems, unfilled }: Notes, step: string): Notes {
  return { problems: below(problems, step), unfilled: below(unfilled, step) };
}

/** What is said about something or anything in it: for inputs that have no places inside. */
export function everything(places: Places): string | undefined {
  const texts = [...new Set(Object.values(places))];
  return texts.length === 0 ? undefined : texts.join(' ');
}

/** What is said about the thing itself. */
export function itself(places: Places): string | undefined {
  return places[''];
}

/**
 * What no part shows: about the thing itself, and about parts that `steps` does not name. So nothing that is wrong
 * stays without a place.
 */
export function unplaced(places: Places, steps: readonly string[]): string | undefined {
  const own = (place: string) => !steps.some((step) => place === step || place.startsWith(`${step}.`));
  return everything(Object.fromEntries(Object.entries(places).filter(([place]) => own(place))));
}
