/** The registration of the bot with Microsoft, as the deployment gave it. `config.ts` has checked what goes together. */
export interface MicrosoftApp {
  type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  id: string;
  password?: string;
  tenantId?: string;
  /** Another cloud than Azure's public one, whose addresses the SDK does not know. */
  cloud?: MicrosoftCloud;
}

/** Where a cloud publishes its keys and gives out tokens. The SDK wants all of it or none. */
export interface MicrosoftCloud {
  /** Where the keys are that channels sign with, as an OpenID configuration. */
  openIdMetadataUrl: string;
  /** Who signs. */
  tokenIssuer: string;
  /** Where we get tokens to call channels with; `https:` only. */
  loginUrl: string;
  /** What those tokens are for. */
  oauthScope: string;
}
