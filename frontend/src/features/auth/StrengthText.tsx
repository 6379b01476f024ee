import { useLingui } from '@lingui/react/macro';
import { SHORTEST, type Strength, strengthOf } from './strength';

const COLOURS: Record<Strength, string | undefined> = {
  short: undefined,
  weak: 'var(--bad)',
  fair: 'var(--warn)',
  strong: 'var(--good)',
};

/** How good a new password is, in words. */
export function StrengthText({ password, known }: { password: string; known: readonly string[] }) {
  const { t } = useLingui();
  const strength = strengthOf(password, known);
  const words: Record<Strength, string> = {
    short: t`At least ${SHORTEST} characters. A few words in a row make a good one.`,
    weak: t`Weak: easy to guess. Make it longer or less regular.`,
    fair: t`Fair: it will do. Another word would make it strong.`,
    strong: t`Strong.`,
  };
  return (
    <span aria-live="polite" style={{ color: COLOURS[strength] }}>
      {words[strength]}
    </span>
  );
}
