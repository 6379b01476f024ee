import { graphql, type ResultOf } from '../../graphql/tada';

export const ExportList = graphql(`
  query ExportList($id: ID!, $after: String) {
    project(id: $id) {
      id
      name
      exports(first: 50, after: $after) {
        totalCount
        nodes {
          id fileName rows bytes sha256 seed downloadUrl createdAt expiresAt
          format { id label { en es } }
          createdBy { id name }
          job { id }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const ExportForm = graphql(`
  query ExportForm($id: ID!) {
    project(id: $id) { id tables { id name displayName state rowCount } }
    formats {
      id extension maxRows
      label { en es }
      description { en es }
      params { name kind required default min max choices label { en es } help { en es } }
    }
  }
`);

export const StartExport = graphql(`
  mutation StartExport($input: StartExportInput!) {
    startExport(input: $input) {
      job { id }
      violations { path code severity message suggestion }
    }
  }
`);

export const DeleteExport = graphql(`
  mutation DeleteExport($id: ID!) {
    deleteExport(id: $id) { deletedId violations { path code severity message suggestion } }
  }
`);

export type ExportItem = NonNullable<ResultOf<typeof ExportList>['project']>['exports']['nodes'][number];
export type ExportFormData = ResultOf<typeof ExportForm>;
