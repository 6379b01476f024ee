import { graphql, type ResultOf } from '../../graphql/tada';

export const MigrationReview = graphql(`
  query MigrationReview($id: ID!) {
    project(id: $id) {
      id
      name
      tables { id name }
      migrations(first: 30) {
        totalCount
        nodes {
          id number status durationMs error createdAt canRollBack
          appliedBy { id name }
          steps { table description sql destructive warning rowsTouched }
        }
      }
    }
    migrationPlan(projectId: $id) {
      baseRevision
      targetRevision
      fingerprint
      database
      steps { table description sql destructive warning rowsTouched }
      violations { path code severity message suggestion }
    }
  }
`);

export const ApplyMigration = graphql(`
  mutation ApplyMigration($input: ApplyMigrationInput!) {
    applyMigration(input: $input) {
      migration { id number status durationMs steps { table } }
      violations { path code severity message suggestion }
      conflict { fingerprint }
    }
  }
`);

export const RollBackMigration = graphql(`
  mutation RollBackMigration($id: ID!) {
    rollBackMigration(id: $id) {
      migration { id number status }
      violations { path code severity message suggestion }
      conflict { fingerprint }
    }
  }
`);

type Review = ResultOf<typeof MigrationReview>;
export type Plan = Review['migrationPlan'];
export type Step = Plan['steps'][number];
export type MigrationItem = NonNullable<Review['project']>['migrations']['nodes'][number];
