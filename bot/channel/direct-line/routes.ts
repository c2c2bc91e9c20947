import type { Route } from '../route.ts';
import type { Endpoint } from './endpoint.ts';
import type { Grants } from './grants.ts';

const PREFIX = '/v3/directline';

/** The routes of Direct Line 3.0, and the two of our own page. */
export function directLineRoutes(endpoint: Endpoint, grants: Grants, newId: () => string): Route[] {
  const routes: Omit<Route, 'crossOrigin'>[] = [
    {
      method: 'POST',
      path: `${PREFIX}/tokens/generate`,
      body: 'json',
      allowance: 'token',
      handle: (call) => grants.generate(call),
    },
    {
      method: 'POST',
      path: `${PREFIX}/tokens/refresh`,
      body: 'json',
      allowance: 'token',
      handle: (call) => grants.refresh(call),
    },
    {
      method: 'POST',
      path: `${PREFIX}/conversations`,
      body: 'json',
      allowance: 'start',
      handle: (call) => endpoint.start(call),
    },
    { method: 'GET', path: `${PREFIX}/conversations/:id`, handle: (call) => endpoint.reconnect(call) },
    { method: 'GET', path: `${PREFIX}/conversations/:id/activities`, handle: (call) => endpoint.read(call) },
    {
      method: 'POST',
      path: `${PREFIX}/conversations/:id/activities`,
      body: 'json',
      allowance: 'post',
      handle: (call) => endpoint.post(call),
    },
    {
      method: 'POST',
      path: `${PREFIX}/conversations/:id/upload`,
      body: 'ignored',
      allowance: 'post',
      handle: (call) => endpoint.upload(call),
    },
    // Only sign-in cards need it, and we have none: no cookie is set, and the id means nothing.
    {
      method: 'GET',
      path: `${PREFIX}/session/getsessionid`,
      handle: () => ({ status: 200, body: { sessionId: newId() } }),
    },
    {
      method: 'POST',
      path: '/api/resume',
      body: 'json',
      allowance: 'resume',
      handle: (call) => grants.resume(call),
    },
    {
      method: 'POST',
      path: '/api/renew',
      body: 'json',
      allowance: 'token',
      handle: (call) => grants.renew(call),
    },
  ];
  return routes.map((route) => ({ ...route, crossOrigin: true }));
}
