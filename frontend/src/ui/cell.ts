/** Whether a text is a moment as the API writes it. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|\+00:00)$/;

/** A cell of a row in a short text: moments to the second, without the `T`, JSON in one line. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'object') return JSON.stringify(value);
  const text = String(value);
  const moment = MOMENT.exec(text);
  return moment ? `${moment[1]} ${moment[2]}` : text;
}
