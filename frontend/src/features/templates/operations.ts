import { graphql, type ResultOf } from '../../graphql/tada';

export const Templates = graphql(`
  query Templates {
    templates {
      id
      label { en es }
      description { en es }
      tables { name fields references rows sample }
    }
    locales { id label { en es } }
  }
`);

export const CreateFromTemplate = graphql(`
  mutation CreateFromTemplate($input: CreateProjectFromTemplateInput!) {
    createProjectFromTemplate(input: $input) {
      project { id name tables { id name displayName } }
      violations { path code severity message suggestion }
    }
  }
`);

export type Template = ResultOf<typeof Templates>['templates'][number];
export type LocaleInfo = ResultOf<typeof Templates>['locales'][number];
