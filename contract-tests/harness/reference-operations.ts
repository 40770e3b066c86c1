import type { Role, Scope } from './world.ts';

export interface ReferenceOperation {
  readonly method: string;
  /** Below `/api/v1`. */
  readonly path: string;
  readonly isPublic: boolean;
  readonly scopes: readonly Scope[];
  readonly roles: readonly Role[];
  /** What a client of the reference takes for success. */
  readonly status: number;
}

const every: readonly Role[] = ['admin', 'contributor', 'tester', 'user'];
const roleSets: Readonly<Record<string, readonly Role[]>> = {
  anyone: every,
  starters: ['admin', 'contributor', 'tester'],
  editors: ['admin', 'contributor'],
  admins: ['admin'],
};

const result = '/runs/{}/samples/{}/regression-tests/{}/outputs/{}';

/**
 * Each operation of the reference: method, path, who, scope, success. `public` needs no token, `token` any valid one. Where
 * the two sides of the reference differ it is the side that DECISIONS 35 keeps.
 */
const table = `
POST   /auth/tokens                                            public   -               201
GET    /auth/tokens                                            token    -               200
DELETE /auth/tokens/current                                    token    -               204
DELETE /auth/tokens/{}                                         token    -               204
GET    /auth/me                                                token    -               200
PATCH  /auth/me                                                token    -               200
POST   /auth/signup                                            public   -               202
POST   /auth/password-reset                                    public   -               202
POST   /auth/password-reset/complete                           public   -               200
GET    /auth/me/ftp-credentials                                anyone   runs:write      200
GET    /auth/me/github                                         token    -               200
DELETE /auth/me/github                                         token    -               200
GET    /users                                                  admins   tokens:manage   200
GET    /users/{}                                               admins   tokens:manage   200
PATCH  /users/{}                                               admins   tokens:manage   200
POST   /users/{}/deactivate                                    token    -               200
POST   /users/{}/password-reset                                token    -               202
GET    /runs                                                   anyone   runs:read       200
POST   /runs                                                   anyone   runs:write      202
GET    /runs/{}                                                anyone   runs:read       200
GET    /runs/{}/summary                                        anyone   runs:read       200
GET    /runs/{}/progress                                       anyone   runs:read       200
GET    /runs/{}/config                                         anyone   runs:read       200
POST   /runs/{}/cancel                                         starters runs:write      202
POST   /runs/{}/restart                                        starters runs:write      202
GET    /runs/{}/samples                                        anyone   runs:read       200
GET    /runs/{}/samples/{}                                     anyone   runs:read       200
GET    /samples                                                anyone   runs:read       200
GET    /samples/{}                                             anyone   runs:read       200
GET    /samples/{}/history                                     anyone   runs:read       200
GET    /samples/{}/details                                     anyone   runs:read       200
GET    /samples/{}/download                                    anyone   runs:read       200
GET    /samples/{}/media-info/download                         anyone   runs:read       200
GET    /samples/{}/extra-files/{}/download                     anyone   runs:read       200
DELETE /samples/{}/extra-files/{}                              admins   runs:write      200
PATCH  /samples/{}                                             admins   runs:write      200
DELETE /samples/{}                                             admins   runs:write      200
GET    /tags                                                   anyone   runs:read       200
POST   /tags                                                   admins   runs:write      201
POST   /samples/upload                                         anyone   runs:write      201
GET    /queued-samples                                         anyone   runs:read       200
GET    /queued-samples/{}                                      anyone   runs:read       200
DELETE /queued-samples/{}                                      anyone   runs:write      200
POST   /queued-samples/{}/finalize                             anyone   runs:write      201
POST   /queued-samples/{}/link                                 anyone   runs:write      201
GET    /regression-tests                                       anyone   runs:read       200
GET    /regression-tests/{}                                    anyone   runs:read       200
POST   /regression-tests                                       editors  runs:write      201
PATCH  /regression-tests/{}                                    editors  runs:write      200
DELETE /regression-tests/{}                                    editors  runs:write      200
GET    /regression-tests/{}/outputs/{}/download                anyone   runs:read       200
GET    /regression-tests/{}/outputs/{}/variants/{}/download    anyone   runs:read       200
POST   /regression-tests/{}/outputs/{}/variants                editors  runs:write      201
DELETE /regression-tests/{}/outputs/{}/variants/{}             editors  runs:write      200
GET    /categories                                             anyone   runs:read       200
POST   /categories                                             editors  runs:write      201
PATCH  /categories/{}                                          editors  runs:write      200
DELETE /categories/{}                                          editors  runs:write      200
GET    ${result}/expected                                      anyone   results:read    200
GET    ${result}/actual                                        anyone   results:read    200
GET    ${result}/diff                                          anyone   results:read    200
POST   /runs/{}/samples/{}/baseline-approval                   admins   baselines:write 200
GET    /runs/{}/errors                                         anyone   results:read    200
GET    /runs/{}/infrastructure-errors                          anyone   system:read     200
GET    /runs/{}/error-summary                                  anyone   results:read    200
GET    /runs/{}/logs                                           anyone   system:read     200
GET    /runs/{}/samples/{}/logs                                anyone   system:read     200
GET    /system/health                                          public   -               200
GET    /system/queue                                           anyone   system:read     200
GET    /runs/{}/artifacts                                      anyone   results:read    200
GET    /system/about                                           anyone   system:read     200
GET    /system/maintenance                                     admins   system:read     200
PATCH  /system/maintenance/{}                                  admins   system:write    200
GET    /system/blocked-users                                   admins   system:read     200
POST   /system/blocked-users                                   admins   system:write    201
DELETE /system/blocked-users/{}                                admins   system:write    200
GET    /system/forbidden-extensions                            admins   system:read     200
POST   /system/forbidden-extensions                            admins   system:write    201
DELETE /system/forbidden-extensions/{}                         admins   system:write    200
`;

function rowOf(line: string): ReferenceOperation {
  const [method = '', path = '', who = '', scope = '', status = ''] = line.split(/\s+/);
  return {
    ...{ method, path, isPublic: who === 'public', status: Number(status) },
    scopes: scope === '-' ? [] : [scope as Scope],
    roles: roleSets[who] ?? every,
  };
}

export const referenceOperations: readonly ReferenceOperation[] = table.trim().split('\n').map(rowOf);
