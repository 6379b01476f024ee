import dagre from '@dagrejs/dagre';
import type { OverviewTable, ProjectOverview } from '../operations';

export const WIDTH = 220;
const HEAD = 34;
const LINE = 22;
const MOST_FIELDS = 14;

/** The fields that are drawn: all of a small table, keys first of a large one. */
export function drawnFields(table: OverviewTable): { fields: OverviewTable['fields']; hidden: number } {
  if (table.fields.length <= MOST_FIELDS) return { fields: table.fields, hidden: 0 };
  const keys = table.fields.filter((field) => field.primaryKey || field.type === 'FOREIGN_KEY');
  const others = table.fields.filter((field) => !keys.includes(field));
  const fields = [...keys, ...others].slice(0, MOST_FIELDS);
  return { fields, hidden: table.fields.length - fields.length };
}

export function heightOf(table: OverviewTable): number {
  const { fields, hidden } = drawnFields(table);
  return HEAD + (fields.length + (hidden > 0 ? 1 : 0)) * LINE + 8;
}

/** Places for the tables: parents at the left, children at the right. */
export function layOut(
  tables: readonly OverviewTable[],
  relations: ProjectOverview['relations'],
): Map<string, { x: number; y: number }> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 32, ranksep: 90 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const table of tables) graph.setNode(table.name, { width: WIDTH, height: heightOf(table) });
  for (const relation of relations) {
    if (relation.table !== relation.parentTable) graph.setEdge(relation.parentTable, relation.table);
  }
  dagre.layout(graph);
  return new Map(
    tables.map((table) => {
      const { x, y } = graph.node(table.name);
      return [table.name, { x: x - WIDTH / 2, y: y - heightOf(table) / 2 }];
    }),
  );
}
