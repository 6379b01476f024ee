import { graphql } from '../graphql/tada';

/** Names for the breadcrumb, the rail and the palette. */
export const ShellProject = graphql(`
  query ShellProject($id: ID!) {
    project(id: $id) { id name tables { id name displayName } }
  }
`);

/** Projects to jump to from the palette. */
export const PaletteProjects = graphql(`
  query PaletteProjects { projects(first: 50) { nodes { id name } } }
`);

/** Jobs that are not over yet. */
export const RunningJobs = graphql(`
  query RunningJobs {
    jobs(first: 10, status: [AVAILABLE, RUNNING, RETRYABLE]) {
      totalCount
      nodes { id status progress { jobId percent status } }
    }
  }
`);

/** What changes in a project: by this person in another tab, by a script, by a job. The cache does what follows from it. */
export const ProjectEvents = graphql(`
  subscription ProjectEvents($id: ID!) { projectEvents(projectId: $id) { projectId kind nodeId } }
`);

/** Ends the session on the server; its cookie goes too. */
export const SignOut = graphql(`
  mutation SignOut($everywhere: Boolean!) { signOut(everywhere: $everywhere) { signedOut } }
`);
