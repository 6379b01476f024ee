import { useNavigate } from '@tanstack/react-router';
import { Violations } from '../../../ui/Violations';
import type { OverviewTable, ProjectOverview } from '../operations';

function tableOf(path: string, tables: readonly OverviewTable[]): OverviewTable | undefined {
  const [, name, index] = /^tables(?:\.([^.[]+)|\[(\d+)\])/.exec(path) ?? [];
  return name ? tables.find((table) => table.name === name) : tables.find((table) => table.position === Number(index));
}

/** Everything wrong with the design; each entry opens its table. */
export function ProjectViolations({ project }: { project: ProjectOverview }) {
  const navigate = useNavigate();
  const shown = project.violations.filter((violation) => violation.severity !== 'INFO');
  if (shown.length === 0) return null;
  return (
    <div style={{ marginBottom: '1rem' }}>
      <Violations
        violations={shown}
        onJump={({ path }) => {
          const table = tableOf(path, project.tables);
          if (!table) return;
          void navigate({
            to: '/projects/$projectId/tables/$tableId',
            params: { projectId: project.id, tableId: table.id },
          });
        }}
      />
    </div>
  );
}
