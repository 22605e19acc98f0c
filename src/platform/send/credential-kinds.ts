/** What `session.signIn` takes in exchange for a token. */
export type Credential = { readonly wechatCode: string } | { readonly demoUser: string }
