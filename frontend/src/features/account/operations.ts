import { graphql, type ResultOf } from '../../graphql/tada';

export const Account = graphql(`
  query Account {
    me {
      id name email role createdAt
      accessTokens { id name scopes lastFour createdAt expiresAt lastUsedAt }
    }
  }
`);

export const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      session { accessToken expiresAt user { id email name role } }
      violations { path code severity message suggestion }
    }
  }
`);

export const CreateAccessToken = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      token
      accessToken { id name scopes lastFour createdAt expiresAt lastUsedAt }
      violations { path code severity message suggestion }
    }
  }
`);

export const RevokeAccessToken = graphql(`
  mutation RevokeAccessToken($id: ID!) {
    revokeAccessToken(id: $id) { revokedId }
  }
`);

export type Me = NonNullable<ResultOf<typeof Account>['me']>;
export type Token = Me['accessTokens'][number];
