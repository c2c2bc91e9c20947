/** The registration of the bot with Microsoft, as the deployment gave it. `config.ts` has checked what goes together. */
export interface MicrosoftApp {
  type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  id: string;
  password?: string;
  tenantId?: string;
}
