import '@xyflow/react/dist/style.css';
import { useLingui } from '@lingui/react/macro';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { Background, Controls, type Edge, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import type { ProjectOverview } from '../operations';
import classes from './Diagram.module.css';
import { layOut } from './layout';
import { Markers } from './Markers';
import { TableNode, type TableNodeType } from './TableNode';

const NODE_TYPES = { table: TableNode };
const FIT = { maxZoom: 1, padding: 0.15 };

function nodesOf(project: ProjectOverview): TableNodeType[] {
  const places = layOut(project.tables, project.relations);
  return project.tables.map((table) => ({
    id: table.name,
    type: 'table',
    position: places.get(table.name) ?? { x: 0, y: 0 },
    data: { table },
    ariaLabel: table.displayName ?? table.name,
  }));
}

function edgesOf(project: ProjectOverview): Edge[] {
  return project.relations.map((relation) => ({
    id: `${relation.table}.${relation.field}`,
    source: relation.parentTable,
    target: relation.table,
    sourceHandle: relation.parentField,
    targetHandle: relation.field,
    type: 'smoothstep',
    markerStart: relation.nullable ? 'er-maybe-one' : 'er-one',
    markerEnd: relation.unique ? 'er-one' : 'er-many',
    focusable: false,
  }));
}

/** The tables and how they refer to each other; a table opens in the builder. */
export function Diagram({ project }: { project: ProjectOverview }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const scheme = useComputedColorScheme('light');
  const nodes = useMemo(() => nodesOf(project), [project]);
  const edges = useMemo(() => edgesOf(project), [project]);
  const { ref, width } = useElementSize();
  const [flow, setFlow] = useState<ReactFlowInstance<TableNodeType> | null>(null);
  // All of it stays in sight when a window or a telephone is turned. The library has measured its frame by then.
  useEffect(() => {
    if (!flow || width === 0) return;
    const turn = requestAnimationFrame(() => void flow.fitView(FIT));
    return () => cancelAnimationFrame(turn);
  }, [flow, width]);
  const open = (name: string) => {
    const table = project.tables.find((each) => each.name === name);
    if (table)
      void navigate({
        to: '/projects/$projectId/tables/$tableId',
        params: { projectId: project.id, tableId: table.id },
      });
  };
  return (
    <section ref={ref} className={classes.frame} aria-label={t`Diagram of the tables`}>
      <Markers />
      <ReactFlow
        // Placed anew when tables or fields come or go.
        key={project.tables.map((table) => `${table.id}:${table.fields.length}`).join()}
        defaultNodes={nodes}
        defaultEdges={edges}
        nodeTypes={NODE_TYPES}
        colorMode={scheme}
        fitView
        fitViewOptions={FIT}
        onInit={setFlow}
        minZoom={0.2}
        nodesConnectable={false}
        deleteKeyCode={null}
        zoomOnScroll={false}
        preventScrolling={false}
        onNodeClick={(_, node) => open(node.id)}
        ariaLabelConfig={{
          'controls.ariaLabel': t`Zoom`,
          'controls.zoomIn.ariaLabel': t`Larger`,
          'controls.zoomOut.ariaLabel': t`Smaller`,
          'controls.fitView.ariaLabel': t`Show all`,
        }}
      >
        <Background gap={20} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}
