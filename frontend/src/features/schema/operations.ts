import { graphql, type ResultOf, type VariablesOf } from '../../graphql/tada';

const Wrong = graphql(`fragment Wrong on Violation { path code severity message suggestion }`);

const WholeTable = graphql(`
  fragment WholeTable on TableDefinition {
    id projectId name displayName description state revision position primaryKey uniqueKeys indexes rowCount
    plannedRows { total perParent { field count } }
    faults { rate kinds { kind params } }
    fields {
      id name displayName description type nullable nullRate unique primaryKey default
      constraints { min max minLength maxLength pattern precision scale choices }
      reference { table field onDelete }
      generator { name params }
      effectiveGenerator { name params }
    }
  }
`);

/** The tables of a project, their state and how they hang together. */
export const ProjectTables = graphql(`
  query ProjectTables($id: ID!) {
    project(id: $id) {
      id name description seed locale revision
      tables {
        id name displayName description state revision position rowCount
        plannedRows { total perParent { field count } }
        fields { id name displayName type nullable unique primaryKey reference { table field onDelete } }
      }
      relations { table field parentTable parentField onDelete nullable unique }
      violations { path code severity message suggestion }
    }
  }
`);

/** What holds for a whole project. */
export const SaveProject = graphql(
  `
    mutation SaveProject($input: UpdateProjectInput!) {
      updateProject(input: $input) {
        project { id name description seed locale revision updatedAt }
        conflict { id name description seed locale revision }
        violations { ...Wrong }
      }
    }
  `,
  [Wrong],
);

export const Locales = graphql(`query Locales { locales { id label { en es } } }`);

/** One table as it is saved, with the tables beside it. */
export const BuilderTable = graphql(
  `
    query BuilderTable($projectId: ID!, $tableId: ID!, $isNew: Boolean!) {
      project(id: $projectId) {
        id name seed locale
        tables { id name displayName position fields { id name type unique primaryKey } }
      }
      table(id: $tableId) @skip(if: $isNew) { ...WholeTable }
    }
  `,
  [WholeTable],
);

/** Everything a field can be and where its values can come from. */
export const Catalog = graphql(`
  query Catalog {
    fieldTypes { type label { en es } description { en es } constraints }
    generators {
      name family familyLabel { en es } label { en es } description { en es } produces exampleValues localized unique example subjects
      params {
        name label { en es } help { en es } kind required default min max choices
        columns { name label { en es } help { en es } kind required default min max choices }
      }
    }
    faultKinds {
      name label { en es } description { en es } strikes
      params { name label { en es } help { en es } kind required default min max choices }
    }
    locales { id label { en es } }
  }
`);

export const SuggestGenerators = graphql(`
  query SuggestGenerators($name: String!, $type: FieldType, $description: String) {
    suggestGenerators(name: $name, type: $type, description: $description) {
      generator { name params } fieldType score reason
    }
  }
`);

export const PreviewRows = graphql(
  `
    query PreviewRows($input: PreviewInput!) {
      previewRows(input: $input) {
        columns { name type generator { name params } }
        rows
        seed
        violations { ...Wrong }
      }
    }
  `,
  [Wrong],
);

export const FieldDistribution = graphql(`
  query FieldDistribution($input: FieldDistributionInput!) {
    fieldDistribution(input: $input) {
      distribution {
        rows nulls distinct shape logarithmic
        bins { from to count }
        top { value count }
      }
      violations { code severity }
    }
  }
`);

export const CreateTable = graphql(
  `
    mutation CreateTable($input: CreateTableInput!) {
      createTable(input: $input) { table { ...WholeTable } violations { ...Wrong } }
    }
  `,
  [WholeTable, Wrong],
);

export const UpdateTable = graphql(
  `
    mutation UpdateTable($input: UpdateTableInput!) {
      updateTable(input: $input) { table { ...WholeTable } conflict { ...WholeTable } violations { ...Wrong } }
    }
  `,
  [WholeTable, Wrong],
);

export const DeleteTable = graphql(
  `
    mutation DeleteTable($id: ID!, $revision: Int!) {
      deleteTable(id: $id, revision: $revision) { deletedId conflict violations { ...Wrong } }
    }
  `,
  [Wrong],
);

export type ApiTable = ResultOf<typeof WholeTable>;
export type ApiField = ApiTable['fields'][number];
export type FieldType = ApiField['type'];
export type TableInput = VariablesOf<typeof CreateTable>['input']['table'];
export type FieldInput = TableInput['fields'][number];
type CatalogData = ResultOf<typeof Catalog>;
export type Generator = CatalogData['generators'][number];
export type FaultKind = CatalogData['faultKinds'][number];
export type FieldTypeInfo = CatalogData['fieldTypes'][number];
export type Preview = ResultOf<typeof PreviewRows>['previewRows'];
export type Distribution = NonNullable<ResultOf<typeof FieldDistribution>['fieldDistribution']['distribution']>;
export type ProjectOverview = NonNullable<ResultOf<typeof ProjectTables>['project']>;
export type OverviewTable = ProjectOverview['tables'][number];
export type SiblingTable = NonNullable<ResultOf<typeof BuilderTable>['project']>['tables'][number];
