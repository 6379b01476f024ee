import { useMemo } from 'react';
import type { Violation } from '../../../ui/Violations';
import { placeOf } from '../draft/places';
import type { Draft } from '../draft/types';

/** What is wrong with this table, sorted to the places where it is shown. */
export type Problems = {
  /** Of this table, errors first. */
  all: Violation[];
  byField: Map<string, Violation[]>;
  ofParams: (key: string) => Record<string, string>;
  /** Of a field itself, by property. */
  ofProperties: (key: string) => Record<string, string>;
};

const ORDER = { ERROR: 0, WARNING: 1, INFO: 2 } as const;

/** Brings together what the preview and the last save found, each once. */
export function useProblems(
  draft: Draft,
  position: number,
  found: readonly Violation[] | undefined,
  refused: readonly Violation[],
): Problems {
  return useMemo(() => {
    const unique = new Map([...refused, ...(found ?? [])].map((each) => [`${each.path} ${each.code}`, each]));
    const placed = [...unique.values()]
      .map((violation) => ({ violation, place: placeOf(violation.path, draft, position) }))
      .filter(({ place }) => place.here)
      .sort((one, other) => ORDER[one.violation.severity] - ORDER[other.violation.severity]);
    const byField = new Map<string, Violation[]>();
    for (const { violation, place } of placed) {
      if (place.key !== null) byField.set(place.key, [...(byField.get(place.key) ?? []), violation]);
    }
    const ofParams = (key: string) => {
      const own = placed.filter(({ place }) => place.key === key && place.param !== null);
      return Object.fromEntries(own.map(({ place, violation }) => [place.param, violation.message]));
    };
    const ofProperties = (key: string) => {
      const own = placed.filter(({ place }) => place.key === key && place.param === null && place.property !== null);
      return Object.fromEntries(own.map(({ place, violation }) => [place.property, violation.message]));
    };
    return { all: placed.map(({ violation }) => violation), byField, ofParams, ofProperties };
  }, [draft, position, found, refused]);
}
