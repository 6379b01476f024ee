import { graphql, type ResultOf } from '../../graphql/tada';

export const GenerateForm = graphql(`
  query GenerateForm($id: ID!) {
    project(id: $id) {
      id
      name
      seed
      tables {
        id name displayName state rowCount
        plannedRows { total perParent { field count } }
        faults { rate }
      }
      relations { table field parentTable }
      violations { path code severity message suggestion }
    }
    formats {
      id extension maxRows
      label { en es }
      description { en es }
      params { name kind required default min max choices label { en es } help { en es } }
    }
  }
`);

export const EstimateGeneration = graphql(`
  query EstimateGeneration($input: StartGenerationInput!) {
    estimateGeneration(input: $input) {
      rows
      bytes
      seconds
      tables { table rows bytes }
      violations { path code severity message suggestion }
    }
  }
`);

export const StartGeneration = graphql(`
  mutation StartGeneration($input: StartGenerationInput!) {
    startGeneration(input: $input) {
      job { id status }
      violations { path code severity message suggestion }
    }
  }
`);

export const JobDetail = graphql(`
  query JobDetail($id: ID!) {
    job(id: $id) {
      id projectId kind status priority seed asOf attempt maxAttempts intoTables formats
      canCancel canRetry createdAt startedAt finishedAt
      createdBy { id name }
      error { code message retryable errorId }
      progress {
        jobId sequence status step percent rowsDone rowsTotal rowsPerSecond secondsLeft message
        tables { table rowsDone rowsTotal }
      }
      faults { table kind rows }
      executions { attempt status step rowsDone rowsPerSecond bytesWritten peakMemoryBytes startedAt finishedAt error { code message retryable errorId } }
      events { at kind message }
      exports { id fileName rows bytes sha256 downloadUrl format { id label { en es } } }
    }
  }
`);

export const FaultLabels = graphql(`query FaultLabels { faultKinds { name label { en es } } }`);
export const JobReport = graphql(`
  query JobReport($id: ID!) {
    job(id: $id) {
      id
      report {
        tables {
          name rows sampledRows
          columns {
            name generator nulls distinct distinctError topError
            measure { of min max mean deviation histogram { edges counts below above } }
            top { value count }
          }
          checks { fields kind asked got statistic pValue verdict reason }
        }
      }
    }
  }
`);

export const JobProgress = graphql(`
  subscription JobProgress($id: ID!) {
    jobProgress(jobId: $id) {
      jobId sequence status step percent rowsDone rowsTotal rowsPerSecond secondsLeft message
      tables { table rowsDone rowsTotal }
    }
  }
`);

export const JobProject = graphql(`
  query JobProject($id: ID!) {
    project(id: $id) { id name tables { id name rowCount } }
  }
`);

export const CancelJob = graphql(`
  mutation CancelJob($id: ID!) {
    cancelJob(id: $id) { job { id status canCancel canRetry } violations { path code severity message suggestion } }
  }
`);

export const RetryJob = graphql(`
  mutation RetryJob($id: ID!) {
    retryJob(id: $id) { job { id status canCancel canRetry } violations { path code severity message suggestion } }
  }
`);

export const Jobs = graphql(`
  query Jobs($after: String, $status: [JobStatus!]) {
    jobs(first: 50, after: $after, status: $status) {
      totalCount
      nodes {
        id projectId kind status seed createdAt startedAt finishedAt intoTables formats
        project { id name }
        progress { jobId percent rowsDone rowsTotal rowsPerSecond status }
        error { message }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export type GenerateProject = NonNullable<ResultOf<typeof GenerateForm>['project']>;
export type FormTable = GenerateProject['tables'][number];
export type FormRelation = GenerateProject['relations'][number];
export type Format = ResultOf<typeof GenerateForm>['formats'][number];
export type Estimate = ResultOf<typeof EstimateGeneration>['estimateGeneration'];
export type Job = NonNullable<ResultOf<typeof JobDetail>['job']>;
export type TableProfile = NonNullable<NonNullable<ResultOf<typeof JobReport>['job']>['report']>['tables'][number];
export type ColumnProfile = TableProfile['columns'][number];
export type Histogram = NonNullable<NonNullable<ColumnProfile['measure']>['histogram']>;
export type Check = TableProfile['checks'][number];
export type Progress = ResultOf<typeof JobProgress>['jobProgress'];
export type JobItem = ResultOf<typeof Jobs>['jobs']['nodes'][number];
export type JobStatus = JobItem['status'];
