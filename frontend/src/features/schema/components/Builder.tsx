import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useSessionUser } from '../../../graphql/session';
import type { PickRequest } from '../../../ui/params/tools';
import { Violations } from '../../../ui/Violations';
import { type Asked, BuilderContext, type Builder as Shared } from '../context';
import { agreements, tellers } from '../draft/bundles';
import { toInput } from '../draft/convert';
import { placeOf } from '../draft/places';
import { draftName } from '../draft/storage';
import type { DraftField } from '../draft/types';
import type { CatalogIndex } from '../hooks/useCatalog';
import { useDraft } from '../hooks/useDraft';
import { usePreview } from '../hooks/usePreview';
import { useProblems } from '../hooks/useProblems';
import { useProposals } from '../hooks/useProposals';
import { useSave } from '../hooks/useSave';
import type { ApiTable, SiblingTable } from '../operations';
import classes from './Builder.module.css';
import { BuilderHeader } from './BuilderHeader';
import { ConflictNotice } from './ConflictNotice';
import { FieldTable, focusName } from './FieldTable';
import { PreviewPane } from './PreviewPane';
import { SidePanel } from './SidePanel';

const GeneratorPicker = lazy(() => import('./GeneratorPicker').then((module) => ({ default: module.GeneratorPicker })));
const FieldGeneratorPicker = lazy(() =>
  import('./FieldGeneratorPicker').then((module) => ({ default: module.FieldGeneratorPicker })),
);

export type BuilderProps = {
  projectId: string;
  tableId: string;
  table: ApiTable | null;
  tables: readonly SiblingTable[];
  seed: number | string;
  catalog: CatalogIndex;
};

const UNNAMED = 'table_without_a_name';
const MOST_SEED = 1_000_000;

/** The table builder: rows of fields, details beside them, rows of data below. */
export function Builder({ projectId, tableId, table, tables, seed: firstSeed, catalog }: BuilderProps) {
  const user = useSessionUser();
  const name = draftName(user?.id ?? '', projectId, tableId);
  const { state, dispatch, changes, newer } = useDraft(name, table);
  const draft = state.present;
  const { save, saving, refused } = useSave({ projectId, table, state, dispatch, draftName: name });
  const [seed, setSeed] = useState(firstSeed);
  const [selected, setSelected] = useState<string | null>(draft.fields[0]?.key ?? null);
  const [panel, setPanel] = useState(false);
  const [picking, setPicking] = useState<string | null>(null);
  const [request, setRequest] = useState<PickRequest | null>(null);
  // Rows show before the table has a name.
  const named = useMemo(() => ({ ...draft, name: draft.name || UNNAMED }), [draft]);
  const input = useMemo(() => toInput(named), [named]);
  const asked: Asked = { projectId, tableId: table?.id ?? null, table: input, seed };
  const preview = usePreview(asked);
  useProposals(draft, tables, dispatch);
  const problems = useProblems(named, table?.position ?? tables.length, preview.preview?.violations, refused);

  const select = useCallback((key: string | null, open = false) => {
    setSelected(key);
    if (open) setPanel(true);
  }, []);
  const pick = useCallback((key: string) => {
    setSelected(key);
    setPicking(key);
  }, []);
  const generators = useMemo(() => {
    const drawn = (preview.preview?.columns ?? []).map((column) => [column.name, column.generator] as const);
    const saved = (table?.fields ?? []).map((field) => [field.name, field.effectiveGenerator] as const);
    return new Map([...saved, ...drawn]);
  }, [preview.preview, table]);
  const effective = useCallback(
    (field: DraftField) => {
      if (field.generator) return field.generator;
      const found = generators.get(field.name);
      const params = found?.params;
      const object = params !== null && typeof params === 'object' && !Array.isArray(params) ? params : {};
      return found ? { name: found.name, params: object } : null;
    },
    [generators],
  );
  const told = useMemo(
    () =>
      tellers(
        draft.fields.map((field) => ({ key: field.key, name: field.name, generator: effective(field) })),
        catalog.generator,
      ),
    [draft, effective, catalog],
  );
  const agreeing = useMemo(() => agreements(told), [told]);
  useHotkeys(
    [
      ['mod+S', () => void save()],
      ['mod+Z', () => dispatch({ do: 'undo' })],
      ['mod+shift+Z', () => dispatch({ do: 'redo' })],
      ['mod+Y', () => dispatch({ do: 'redo' })],
    ],
    [],
  );

  const shared: Shared = {
    draft,
    dispatch,
    catalog,
    tables,
    problems: problems.byField,
    paramNotes: problems.ofParams,
    propertyProblems: problems.ofProperties,
    faultProblems: problems.ofFault,
    effective,
    selected,
    select,
    pick,
    pickFor: setRequest,
    tellers: told,
    agreements: agreeing,
    asked,
  };
  const picked = draft.fields.find((field) => field.key === picking);
  return (
    <BuilderContext value={shared}>
      <div className={classes.builder}>
        <BuilderHeader
          projectId={projectId}
          table={table}
          changes={changes.length}
          canUndo={state.past.length > 0}
          canRedo={state.future.length > 0}
          saving={saving}
          onSave={save}
        />
        {newer && !saving ? <ConflictNotice base={state.base} newer={newer} /> : null}
        <div className={classes.body}>
          <div className={classes.work}>
            <Violations
              violations={problems.all}
              onJump={(violation) => {
                const { key } = placeOf(violation.path, named, table?.position ?? tables.length);
                select(key, key === null);
                focusName(key ?? undefined);
              }}
            />
            <FieldTable />
            <PreviewPane state={preview} seed={seed} onRoll={() => setSeed(Math.floor(Math.random() * MOST_SEED))} />
          </div>
          <SidePanel opened={panel} onClose={() => setPanel(false)} />
        </div>
      </div>
      <Suspense fallback={null}>
        {picked ? <FieldGeneratorPicker field={picked} onClose={() => setPicking(null)} /> : null}
        {request ? <GeneratorPicker {...request} onClose={() => setRequest(null)} /> : null}
      </Suspense>
    </BuilderContext>
  );
}
