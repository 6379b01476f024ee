import { IconKey, IconLink } from '@tabler/icons-react';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import type { OverviewTable } from '../operations';
import classes from './Diagram.module.css';
import { drawnFields } from './layout';

export type TableNodeType = Node<{ table: OverviewTable }, 'table'>;

/** A table in the diagram: its name and its fields, keys marked. */
export function TableNode({ data: { table } }: NodeProps<TableNodeType>) {
  const { fields, hidden } = drawnFields(table);
  return (
    <div className={classes.node} data-state={table.state}>
      <div className={classes.head}>{table.name}</div>
      {fields.map((field) => (
        <div key={field.id} className={classes.field}>
          <Handle type="target" id={field.name} position={Position.Left} className={classes.handle} />
          <span className={classes.badge}>
            {field.primaryKey ? (
              <IconKey size={11} aria-hidden />
            ) : field.type === 'FOREIGN_KEY' ? (
              <IconLink size={11} aria-hidden />
            ) : null}
          </span>
          <span className={classes.name}>{field.name}</span>
          <span className={classes.type}>
            {field.type.toLowerCase().replaceAll('_', ' ')}
            {field.nullable ? '?' : ''}
          </span>
          <Handle type="source" id={field.name} position={Position.Right} className={classes.handle} />
        </div>
      ))}
      {hidden > 0 ? <div className={classes.field}>+ {hidden}</div> : null}
    </div>
  );
}
