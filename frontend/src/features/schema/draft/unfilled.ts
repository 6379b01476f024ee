import type { Violation } from '../../../ui/Violations';

/** Whether a violation says no more than that something has not been given. */
export function isUnfilled({ code }: Pick<Violation, 'code'>): boolean {
  return /(^|_)missing(_param)?$/.test(code);
}
