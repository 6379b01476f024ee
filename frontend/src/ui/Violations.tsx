import { useLingui } from '@lingui/react/macro';
import { Alert, List, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';

/** Something wrong with a design or a request, as the API tells it. */
export type Violation = {
  path: string;
  code: string;
  severity: 'ERROR' | 'WARNING' | 'INFO';
  message: string;
  suggestion: string | null;
};

type Props = {
  violations: readonly Violation[];
  /** Goes to the place of a violation. */
  onJump?: (violation: Violation) => void;
  title?: string;
};

const COLOURS = { ERROR: 'red', WARNING: 'yellow', INFO: 'blue' } as const;

function worst(violations: readonly Violation[]): Violation['severity'] {
  if (violations.some((each) => each.severity === 'ERROR')) return 'ERROR';
  return violations.some((each) => each.severity === 'WARNING') ? 'WARNING' : 'INFO';
}

/** What is wrong, as a list; each entry leads to its place. */
export function Violations({ violations, onJump, title }: Props) {
  const { t } = useLingui();
  if (violations.length === 0) return null;
  const severity = worst(violations);
  const count = violations.length;
  const heading =
    title ?? (severity === 'ERROR' ? t`To mend before this can run (${count})` : t`Worth a look (${count})`);
  return (
    <Alert
      color={COLOURS[severity]}
      variant="light"
      title={heading}
      icon={severity === 'INFO' ? <IconInfoCircle size={18} /> : <IconAlertTriangle size={18} />}
      role="status"
    >
      <List size="sm" spacing={4}>
        {violations.map((violation) => (
          <List.Item key={`${violation.path} ${violation.code} ${violation.message}`}>
            {onJump ? (
              <UnstyledButton
                onClick={() => onJump(violation)}
                style={{ textDecoration: 'underline', textAlign: 'left' }}
              >
                <ViolationText violation={violation} />
              </UnstyledButton>
            ) : (
              <ViolationText violation={violation} />
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** What is wrong and what to do about it: a suggestion that is a name is offered as one, and none is said twice. */
export function useViolationText(): (violation: Violation) => string {
  const { t } = useLingui();
  return ({ message, suggestion }) => {
    if (!suggestion || message.includes(suggestion)) return message;
    const end = /[.!?]$/.test(message) ? '' : '.';
    return suggestion.includes(' ') ? `${message}${end} ${suggestion}` : `${message}${end} ${t`Try ${suggestion}.`}`;
  };
}

function ViolationText({ violation }: { violation: Violation }) {
  const text = useViolationText();
  return (
    <Text span size="sm">
      {text(violation)}
    </Text>
  );
}
