import { useMemo } from 'react';
import type { Notes } from '../../../ui/params/notes';
import type { Violation } from '../../../ui/Violations';
import { placeOf } from '../draft/places';
import type { Draft } from '../draft/types';
import { isUnfilled } from '../draft/unfilled';

/** What is wrong with this table, sorted to the places where it is shown. */
export type Problems = {
  /** Of this table, errors first; without what is only not filled in yet. */
  all: Violation[];
  /** By the field's editor key; what is not filled in yet is no error there. */
  byField: Map<string, Violation[]>;
  /** Of the parameters of a field's generator. */
  ofParams: (key: string) => Notes;
  /** Of a field itself, by property. */
  ofProperties: (key: string) => Record<string, string>;
  /** Of the fault at this place, by parameter; of the fault itself under the empty name. */
  ofFault: (at: number) => Record<string, string>;
};

const FAULT = /\.faults\.kinds\[(\d+)\](?:\.(\w+))?$/;
const ORDER = { ERROR: 0, WARNING: 1, INFO: 2 } as const;

/**
 * Brings together what the preview and the last save found, each once. A preview comes while the person is still at
 * it: what it misses is told as what is to be filled in, and is an error once it was to be saved like that.
 */
export function useProblems(
  draft: Draft,
  position: number,
  found: readonly Violation[] | undefined,
  refused: readonly Violation[],
): Problems {
  return useMemo(() => {
    const calmed = (found ?? []).map((each) => (isUnfilled(each) ? { ...each, severity: 'INFO' as const } : each));
    const unique = new Map([...calmed, ...refused].map((each) => [`${each.path} ${each.code} ${each.message}`, each]));
    const placed = [...unique.values()]
      .map((violation) => ({ violation, place: placeOf(violation.path, draft, position) }))
      .filter(({ place }) => place.here)
      .sort((one, other) => ORDER[one.violation.severity] - ORDER[other.violation.severity]);
    const byField = new Map<string, Violation[]>();
    for (const { violation, place } of placed) {
      if (place.key !== null) byField.set(place.key, [...(byField.get(place.key) ?? []), violation]);
    }
    const calm = (violation: Violation) => violation.severity === 'INFO' && isUnfilled(violation);
    const ofGenerator = (key: string, wanted: (violation: Violation) => boolean) => {
      const said: Record<string, string> = {};
      for (const { place, violation } of placed) {
        if (place.key !== key || place.param === null || !wanted(violation)) continue;
        const before = said[place.param];
        said[place.param] = before === undefined ? violation.message : `${before} ${violation.message}`;
      }
      return said;
    };
    const ofParams = (key: string) => ({
      problems: ofGenerator(key, (violation) => !calm(violation)),
      unfilled: ofGenerator(key, calm),
    });
    const ofProperties = (key: string) => {
      const own = placed.filter(({ place }) => place.key === key && place.param === null && place.property !== null);
      return Object.fromEntries(own.map(({ place, violation }) => [place.property, violation.message]));
    };
    const ofFault = (at: number) => {
      const own = placed.map(({ violation }) => ({ violation, found: FAULT.exec(violation.path) }));
      const here = own.filter(({ found }) => found !== null && Number(found[1]) === at);
      return Object.fromEntries(here.map(({ violation, found }) => [found?.[2] ?? '', violation.message]));
    };
    const all = placed.map(({ violation }) => violation).filter((violation) => !calm(violation));
    return { all, byField, ofParams, ofProperties, ofFault };
  }, [draft, position, found, refused]);
}
