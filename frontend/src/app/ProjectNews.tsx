import { useSubscription } from 'urql';
import { ProjectEvents } from './operations';
import { usePlace } from './place';

/** Listens to the project that is open. What comes goes into the cache, and open pages ask again for what changed. */
export function ProjectNews() {
  const { projectId } = usePlace();
  useSubscription({ query: ProjectEvents, variables: { id: projectId ?? '' }, pause: projectId === undefined });
  return null;
}
