import { type Cache, cacheExchange, type KeyGenerator } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';

const embedded: KeyGenerator = () => null;

/** Types without an identity of their own: they live inside the object that holds them. */
const EMBEDDED = [
  'ColumnHistogram',
  'ColumnMeasure',
  'ColumnProfile',
  'ConformanceCheck',
  'CreateAccessTokenPayload',
  'DeletePayload',
  'Distribution',
  'DistributionBin',
  'Estimate',
  'FaultCount',
  'FieldConstraints',
  'FieldDistribution',
  'FieldReference',
  'GeneratorSuggestion',
  'GeneratorUse',
  'JobError',
  'JobEvent',
  'JobExecution',
  'JobPayload',
  'JobReport',
  'MigrationPayload',
  'MigrationPlan',
  'MigrationStep',
  'PageInfo',
  'ParamDescriptor',
  'PerParent',
  'PlannedRows',
  'Preview',
  'PreviewColumn',
  'ProjectEvent',
  'ProjectPayload',
  'Relation',
  'RevokeAccessTokenPayload',
  'RowConnection',
  'RowEdge',
  'Session',
  'SessionPayload',
  'SignOutPayload',
  'TableEstimate',
  'TableFault',
  'TableFaults',
  'TablePayload',
  'TableProfile',
  'TableProgress',
  'TableVersion',
  'TemplateTable',
  'TopValue',
  'ValueCount',
  'Violation',
  'Words',
];

function textKey(name: string): KeyGenerator {
  return (data) => (typeof data[name] === 'string' ? data[name] : null);
}

/** Forgets every stored answer of a root field, whatever its arguments, so that open pages ask again. */
function forget(cache: Cache, ...fields: string[]) {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fields.includes(fieldName)) cache.invalidate('Query', fieldName, args ?? undefined);
  }
}

function forgetField(cache: Cache, entity: { __typename: string; id: string }, ...fields: string[]) {
  for (const { fieldName, arguments: args } of cache.inspectFields(entity)) {
    if (fields.includes(fieldName)) cache.invalidate(entity, fieldName, args ?? undefined);
  }
}

/** What depends on a project's tables. */
function tablesChanged(cache: Cache, projectId: unknown) {
  forget(cache, 'migrationPlan', 'estimateGeneration');
  if (typeof projectId !== 'string') return;
  forgetField(
    cache,
    { __typename: 'Project', id: projectId },
    'tables',
    'table',
    'relations',
    'violations',
    'migrationPlan',
    'revision',
    'designFile',
  );
}

function deleted(typename: string, ...lists: string[]) {
  return (_result: unknown, args: Record<string, unknown>, cache: Cache) => {
    cache.invalidate({ __typename: typename, id: String(args.id) });
    forget(cache, ...lists);
  };
}

function ofTable(result: unknown): unknown {
  const payload = Object.values(result as Record<string, { table?: { projectId?: unknown } | null } | undefined>)[0];
  return payload?.table?.projectId;
}

/** The normalised cache: what a mutation or a subscription brings shows everywhere it is open. */
export function makeCache() {
  return cacheExchange({
    keys: {
      ...Object.fromEntries(EMBEDDED.map((name) => [name, embedded])),
      FaultKindDescriptor: textKey('name'),
      FieldTypeDescriptor: textKey('type'),
      GeneratorDescriptor: textKey('name'),
      JobProgress: textKey('jobId'),
    },
    resolvers: {
      Query: {
        projects: relayPagination(),
        jobs: relayPagination(),
        exports: relayPagination(),
      },
      Project: { jobs: relayPagination(), exports: relayPagination(), migrations: relayPagination() },
    },
    updates: {
      Mutation: {
        updateProject: (_result, _args, cache) => forget(cache, 'estimateGeneration'),
        createProject: (_result, _args, cache) => forget(cache, 'projects'),
        createProjectFromTemplate: (_result, _args, cache) => forget(cache, 'projects'),
        deleteProject: deleted('Project', 'projects', 'jobs', 'exports'),
        deleteTable: (_result, args, cache) => {
          const id = String(args.id);
          tablesChanged(cache, cache.resolve({ __typename: 'TableDefinition', id }, 'projectId'));
          cache.invalidate({ __typename: 'TableDefinition', id });
        },
        createTable: (_result, args, cache) => tablesChanged(cache, (args.input as { projectId: string }).projectId),
        updateTable: (result, _args, cache) => tablesChanged(cache, ofTable(result)),
        applyMigration: (_result, args, cache) => migrated(cache, (args.input as { projectId: string }).projectId),
        rollBackMigration: (_result, _args, cache) => migrated(cache, null),
        startGeneration: (_result, args, cache) => jobsChanged(cache, (args.input as { projectId: string }).projectId),
        startExport: (_result, args, cache) => jobsChanged(cache, (args.input as { projectId: string }).projectId),
        retryJob: (_result, _args, cache) => jobsChanged(cache, null),
        cancelJob: (_result, _args, cache) => jobsChanged(cache, null),
        deleteExport: deleted('Export', 'exports'),
        createAccessToken: (_result, _args, cache) => forget(cache, 'me'),
        revokeAccessToken: deleted('AccessToken', 'me'),
      },
      Subscription: {
        projectEvents: (result, _args, cache) => followProject(cache, result.projectEvents as unknown as ProjectNews),
      },
    },
  });
}

function jobsChanged(cache: Cache, projectId: string | null) {
  forget(cache, 'jobs');
  if (projectId !== null) forgetField(cache, { __typename: 'Project', id: projectId }, 'jobs', 'exports');
}

function migrated(cache: Cache, projectId: string | null) {
  forget(cache, 'migrationPlan');
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (projectId === null && fieldName === 'project') tablesChanged(cache, args?.id);
  }
  if (projectId === null) return;
  tablesChanged(cache, projectId);
  forgetField(cache, { __typename: 'Project', id: projectId }, 'migrations');
}

type ProjectNews = { projectId: string; kind: string; nodeId: string | null };

/** What someone else, or a job, changed in a project: forgotten here, so that open pages ask for it again. */
function followProject(cache: Cache, { projectId, kind, nodeId }: ProjectNews) {
  const project = { __typename: 'Project', id: projectId };
  switch (kind) {
    case 'TABLE_CHANGED':
    case 'TABLE_DELETED':
      if (nodeId !== null) cache.invalidate({ __typename: 'TableDefinition', id: nodeId });
      return tablesChanged(cache, projectId);
    case 'MIGRATED':
      return migrated(cache, projectId);
    case 'JOB_CHANGED':
      if (nodeId !== null) cache.invalidate({ __typename: 'GenerationJob', id: nodeId });
      // A job that is over may have changed how many rows the tables hold.
      forgetField(cache, project, 'tables');
      return jobsChanged(cache, projectId);
    case 'EXPORT_CHANGED':
      forget(cache, 'exports');
      return forgetField(cache, project, 'exports');
    default:
      forget(cache, 'projects', 'jobs', 'exports');
      tablesChanged(cache, projectId);
      cache.invalidate(project);
  }
}
