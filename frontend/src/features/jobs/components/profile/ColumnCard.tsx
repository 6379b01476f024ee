import { Trans, useLingui } from '@lingui/react/macro';
import { Code, Text, Title } from '@mantine/core';
import { bigText } from '../../../../graphql/bigint';
import type { BigIntValue } from '../../../../graphql/tada';
import { cellText } from '../../../../ui/cell';
import { FieldRow } from '../../../../ui/FieldRow';
import { durationText } from '../../../../ui/numbers';
import type { ColumnProfile } from '../../operations';
import { shareText, valueText } from '../../profile';
import { HistogramChart } from './HistogramChart';
import classes from './Profile.module.css';

type Props = { column: ColumnProfile; rows: BigIntValue; sampled: BigIntValue };

/** What the values of a column look like. */
export function ColumnCard({ column, rows, sampled }: Props) {
  const { t, i18n } = useLingui();
  const about = column.distinctError > 0 ? '≈ ' : '';
  const histogram = column.measure?.histogram;
  return (
    <article className={classes.column}>
      <header>
        <Title order={3} className={classes.name}>
          {column.name}
        </Title>
        <Code>{column.generator}</Code>
      </header>
      <dl className={classes.facts}>
        <FieldRow label={t`Nulls`}>{shareText(column.nulls, rows, i18n.locale)}</FieldRow>
        <FieldRow label={t`Different values`}>
          <span className="num">
            {about}
            {bigText(column.distinct, i18n.locale)}
          </span>
        </FieldRow>
        {column.measure ? <Measures measure={column.measure} /> : null}
      </dl>
      {histogram ? <HistogramChart histogram={histogram} name={column.name} /> : null}
      {column.top.length > 0 ? <TopValues column={column} sampled={sampled} /> : null}
    </article>
  );
}

function Measures({ measure }: { measure: NonNullable<ColumnProfile['measure']> }) {
  const { t, i18n } = useLingui();
  const lengths = measure.of === 'LENGTH';
  const text = (value: ColumnProfile['top'][number]['value']) => valueText(value, i18n.locale);
  const deviation =
    measure.of === 'MOMENT'
      ? durationText(measure.deviation * 1000, i18n.locale)
      : valueText(measure.deviation, i18n.locale);
  return (
    <>
      <FieldRow label={lengths ? t`Length` : t`From – to`}>
        <span className="num">
          {text(measure.min)} – {text(measure.max)}
        </span>
      </FieldRow>
      <FieldRow label={lengths ? t`Mean length` : t`Mean`}>
        <span className="num">{text(measure.mean)}</span>
      </FieldRow>
      <FieldRow label={t`Deviation`}>
        <span className="num">{deviation}</span>
      </FieldRow>
    </>
  );
}

function TopValues({ column, sampled }: { column: ColumnProfile; sampled: BigIntValue }) {
  const { t, i18n } = useLingui();
  return (
    <div>
      <Text size="sm" c="var(--quiet)">
        <Trans>Most frequent</Trans>
      </Text>
      <ul className={classes.top} aria-label={t`Most frequent values of ${column.name}`}>
        {column.top.slice(0, 5).map((top) => (
          <li key={cellText(top.value)}>
            <span className={classes.value}>{cellText(top.value)}</span>
            <span className="num">{shareText(top.count, sampled, i18n.locale)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
