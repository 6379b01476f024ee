import { graphql, type ResultOf, type VariablesOf } from '../../graphql/tada';

export const DataTables = graphql(`
  query DataTables($id: ID!) {
    project(id: $id) { id name tables { id name displayName state rowCount } }
  }
`);

export const DataTable = graphql(`
  query DataTable($id: ID!) {
    table(id: $id) {
      id projectId name displayName state rowCount
      fields { id name displayName type nullable constraints { choices } }
    }
    formats { id label { en es } }
  }
`);

export const DataRows = graphql(`
  query DataRows($id: ID!, $first: Int!, $after: String, $filter: [FilterInput!], $sort: [SortInput!]) {
    table(id: $id) {
      id
      rows(first: $first, after: $after, filter: $filter, sort: $sort) {
        columns
        nodes
        totalCount
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const ExportRows = graphql(`
  mutation ExportRows($input: StartExportInput!) {
    startExport(input: $input) {
      job { id }
      violations { path code severity message suggestion }
    }
  }
`);

export type Table = NonNullable<ResultOf<typeof DataTable>['table']>;
export type Field = Table['fields'][number];
type Variables = VariablesOf<typeof DataRows>;
export type Filter = NonNullable<Variables['filter']>[number];
export type FilterOp = Filter['op'];
export type Sort = NonNullable<Variables['sort']>[number];
