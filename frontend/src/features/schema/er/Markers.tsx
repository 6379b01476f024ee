const STROKE = { fill: 'none', stroke: 'var(--quiet)', strokeWidth: 1.3 } as const;
const FRAME = {
  viewBox: '0 0 20 20',
  markerWidth: 20,
  markerHeight: 20,
  refY: 10,
  orient: 'auto-start-reverse',
} as const;

/** The ends of relations: one, none or one, many. */
export function Markers() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        <marker id="er-one" refX="18" markerUnits="userSpaceOnUse" {...FRAME}>
          <path d="M12 5 V15" {...STROKE} />
        </marker>
        <marker id="er-maybe-one" refX="18" markerUnits="userSpaceOnUse" {...FRAME}>
          <circle cx="6" cy="10" r="3" {...STROKE} />
          <path d="M12 5 V15" {...STROKE} />
        </marker>
        <marker id="er-many" refX="18" markerUnits="userSpaceOnUse" {...FRAME}>
          <path d="M8 10 L18 4 M8 10 L18 16 M8 10 H18" {...STROKE} />
        </marker>
      </defs>
    </svg>
  );
}
