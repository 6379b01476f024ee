import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ListTable, listClasses } from '../../../ui/ListTable';
import { DurationText, NumberText } from '../../../ui/numbers';
import { RelativeTime } from '../../../ui/RelativeTime';
import { tookOf } from '../live';
import type { JobItem } from '../operations';
import { StatusBadge } from './StatusBadge';

type Props = { jobs: readonly JobItem[] };

/** Jobs as a table. */
export function JobTable({ jobs }: Props) {
  const { t } = useLingui();
  return (
    <ListTable name={t`Jobs`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Job</Trans>
          </th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
          <th scope="col" data-number>
            <Trans>Rows</Trans>
          </th>
          <th scope="col" data-number data-wide>
            <Trans>Rows/s</Trans>
          </th>
          <th scope="col" data-number data-wide>
            <Trans>Took</Trans>
          </th>
          <th scope="col" data-wide>
            <Trans>When</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </tbody>
    </ListTable>
  );
}

function JobRow({ job }: { job: JobItem }) {
  const { t } = useLingui();
  const name = job.kind === 'EXPORT' ? t`Export` : t`Generation`;
  const targets = [job.intoTables ? t`tables` : '', ...job.formats].filter((each) => each !== '').join(', ');
  const took = tookOf(job);
  return (
    <tr>
      <td>
        <Link to="/jobs/$jobId" params={{ jobId: job.id }} className={listClasses.main}>
          {targets === '' ? name : `${name} → ${targets}`}
        </Link>
        {job.project ? <div className={listClasses.quiet}>{job.project.name}</div> : null}
      </td>
      <td>
        <StatusBadge status={job.status} />
      </td>
      <td data-number>
        <NumberText value={job.progress.rowsDone} />
      </td>
      <td data-number data-wide>
        <NumberText value={Math.round(job.progress.rowsPerSecond)} />
      </td>
      <td data-number data-wide>
        {took === null ? '–' : <DurationText milliseconds={took} />}
      </td>
      <td data-wide>
        <RelativeTime at={job.createdAt} />
      </td>
    </tr>
  );
}
