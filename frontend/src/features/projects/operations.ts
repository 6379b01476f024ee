import { graphql, type ResultOf } from '../../graphql/tada';

export const Projects = graphql(`
  query Projects($search: String, $after: String) {
    projects(first: 50, after: $after, search: $search) {
      totalCount
      nodes { id name description locale revision updatedAt tables { id name state } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const RenameProject = graphql(`
  mutation RenameProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project { id name revision updatedAt }
      violations { path code severity message suggestion }
      conflict { id name revision }
    }
  }
`);

export const DeleteProject = graphql(`
  mutation DeleteProject($id: ID!) {
    deleteProject(id: $id) { deletedId conflict violations { path code severity message suggestion } }
  }
`);

export type ProjectItem = ResultOf<typeof Projects>['projects']['nodes'][number];
