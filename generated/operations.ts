// Written by `npm run generate` from openapi.yaml. Never edited.
export const operations = {
  setUpInstallation: {"id":"setUpInstallation","method":"POST","path":"/api/v1/setup","slice":"accounts","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[201,400,401,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  listTokens: {"id":"listTokens","method":"GET","path":"/api/v1/auth/tokens","slice":"tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createToken: {"id":"createToken","method":"POST","path":"/api/v1/auth/tokens","slice":"tokens","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"login","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[201,400,401,403,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  revokeCurrentToken: {"id":"revokeCurrentToken","method":"DELETE","path":"/api/v1/auth/tokens/current","slice":"tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":"token","rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[204,400,401,403,405,406,429,500,503],"successTypes":[]},
  createChildToken: {"id":"createChildToken","method":"POST","path":"/api/v1/auth/tokens/current/children","slice":"tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":"token","rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[201,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  introspectToken: {"id":"introspectToken","method":"POST","path":"/api/v1/auth/introspect","slice":"tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["tokens:manage"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"worker","requestType":"application/x-www-form-urlencoded","requestRequired":true,"bodyBytesMax":16384,"statuses":[200,400,401,403,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  createPromiseToken: {"id":"createPromiseToken","method":"POST","path":"/api/v1/auth/promise-tokens","slice":"promise-tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[201,400,401,403,404,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  exchangePromiseToken: {"id":"exchangePromiseToken","method":"POST","path":"/api/v1/auth/promise-tokens/exchange","slice":"promise-tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[200,400,401,403,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  introspectPromiseToken: {"id":"introspectPromiseToken","method":"POST","path":"/api/v1/auth/promise-tokens/introspect","slice":"promise-tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"worker","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[200,400,401,403,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  invalidatePromiseToken: {"id":"invalidatePromiseToken","method":"POST","path":"/api/v1/auth/promise-tokens/invalidate","slice":"promise-tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[204,400,401,403,405,406,413,415,429,500,503],"successTypes":[]},
  revokeToken: {"id":"revokeToken","method":"DELETE","path":"/api/v1/auth/tokens/{token_id}","slice":"tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"account","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[204,400,401,403,404,405,406,429,500,503],"successTypes":[]},
  rotateToken: {"id":"rotateToken","method":"POST","path":"/api/v1/auth/tokens/{token_id}/rotate","slice":"tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"account","confinedBy":"token","rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[201,400,401,403,404,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  getCurrentUser: {"id":"getCurrentUser","method":"GET","path":"/api/v1/auth/me","slice":"accounts","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":"token","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,405,406,429,500,503],"successTypes":["application/json"]},
  updateAccount: {"id":"updateAccount","method":"PATCH","path":"/api/v1/auth/me","slice":"accounts","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  getFtpCredentials: {"id":"getFtpCredentials","method":"GET","path":"/api/v1/auth/me/ftp-credentials","slice":"accounts","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  getGithubLink: {"id":"getGithubLink","method":"GET","path":"/api/v1/auth/me/github","slice":"accounts","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  deleteGithubLink: {"id":"deleteGithubLink","method":"DELETE","path":"/api/v1/auth/me/github","slice":"accounts","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  getGithubConfirmation: {"id":"getGithubConfirmation","method":"GET","path":"/api/v1/auth/github/callback","slice":"accounts","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,405,406,429,500,503],"successTypes":["text/html"]},
  completeGithubLink: {"id":"completeGithubLink","method":"POST","path":"/api/v1/auth/github/complete","slice":"accounts","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[200,400,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  createSignup: {"id":"createSignup","method":"POST","path":"/api/v1/auth/signup","slice":"accounts","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"mail","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[202,400,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  createPasswordReset: {"id":"createPasswordReset","method":"POST","path":"/api/v1/auth/password-reset","slice":"accounts","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"mail","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[202,400,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  completePasswordReset: {"id":"completePasswordReset","method":"POST","path":"/api/v1/auth/password-reset/complete","slice":"accounts","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"mail","requestType":"application/json","requestRequired":true,"bodyBytesMax":4096,"statuses":[200,400,405,406,413,415,422,429,500,503],"successTypes":["application/json"]},
  listUsers: {"id":"listUsers","method":"GET","path":"/api/v1/users","slice":"accounts","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["tokens:manage"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createUser: {"id":"createUser","method":"POST","path":"/api/v1/users","slice":"accounts","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["tokens:manage"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  getUser: {"id":"getUser","method":"GET","path":"/api/v1/users/{user_id}","slice":"accounts","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["tokens:manage"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  updateUser: {"id":"updateUser","method":"PATCH","path":"/api/v1/users/{user_id}","slice":"accounts","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["tokens:manage"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,404,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  deactivateUser: {"id":"deactivateUser","method":"POST","path":"/api/v1/users/{user_id}/deactivate","slice":"accounts","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"account","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,409,429,500,503],"successTypes":["application/json"]},
  createUserPasswordReset: {"id":"createUserPasswordReset","method":"POST","path":"/api/v1/users/{user_id}/password-reset","slice":"accounts","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"account","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[202,400,401,403,404,405,406,409,429,500,503],"successTypes":["application/json"]},
  createLegacyToken: {"id":"createLegacyToken","method":"POST","path":"/api/v1/users/{user_id}/legacy-token","slice":"tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["tokens:manage"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[201,400,401,403,404,405,406,422,429,500,503],"successTypes":["application/json"]},
  revokeLegacyToken: {"id":"revokeLegacyToken","method":"DELETE","path":"/api/v1/users/{user_id}/legacy-token","slice":"tokens","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["tokens:manage"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[204,400,401,403,404,405,406,429,500,503],"successTypes":[]},
  listDomains: {"id":"listDomains","method":"GET","path":"/api/v1/domains","slice":"domains","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:read"],"roles":["admin"],"operator":true,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createDomain: {"id":"createDomain","method":"POST","path":"/api/v1/domains","slice":"domains","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":true,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  listRepositories: {"id":"listRepositories","method":"GET","path":"/api/v1/repositories","slice":"repositories","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createRepository: {"id":"createRepository","method":"POST","path":"/api/v1/repositories","slice":"repositories","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  updateRepository: {"id":"updateRepository","method":"PATCH","path":"/api/v1/repositories/{repository_id}","slice":"repositories","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,404,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  receiveGithubEvent: {"id":"receiveGithubEvent","method":"POST","path":"/api/v1/github/events","slice":"webhooks","credential":"webhook","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"worker","requestType":"application/json","requestRequired":true,"bodyBytesMax":4194304,"statuses":[200,400,401,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  listVersions: {"id":"listVersions","method":"GET","path":"/api/v1/versions","slice":"repositories","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":"repository","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createVersion: {"id":"createVersion","method":"POST","path":"/api/v1/versions","slice":"repositories","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  deleteVersion: {"id":"deleteVersion","method":"DELETE","path":"/api/v1/versions/{version_id}","slice":"repositories","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listSites: {"id":"listSites","method":"GET","path":"/api/v1/sites","slice":"sites","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createSite: {"id":"createSite","method":"POST","path":"/api/v1/sites","slice":"sites","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  getSite: {"id":"getSite","method":"GET","path":"/api/v1/sites/{site_id}","slice":"sites","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  updateSite: {"id":"updateSite","method":"PATCH","path":"/api/v1/sites/{site_id}","slice":"sites","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,404,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  deleteSite: {"id":"deleteSite","method":"DELETE","path":"/api/v1/sites/{site_id}","slice":"sites","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listPreflightJobs: {"id":"listPreflightJobs","method":"GET","path":"/api/v1/preflight/jobs","slice":"preflight","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createPreflightJob: {"id":"createPreflightJob","method":"POST","path":"/api/v1/preflight/jobs","slice":"preflight","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["runs:write"],"roles":["admin","contributor","tester"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[202,400,401,403,404,405,406,413,415,422,429,500,502,503],"successTypes":["application/json"]},
  getPreflightJob: {"id":"getPreflightJob","method":"GET","path":"/api/v1/preflight/jobs/{job_id}","slice":"preflight","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getPreflightComparison: {"id":"getPreflightComparison","method":"GET","path":"/api/v1/preflight/jobs/{job_id}/comparison","slice":"preflight","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  cancelPreflightJob: {"id":"cancelPreflightJob","method":"POST","path":"/api/v1/preflight/jobs/{job_id}/cancel","slice":"preflight","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:write"],"roles":["admin","contributor","tester"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listPreflightFixes: {"id":"listPreflightFixes","method":"GET","path":"/api/v1/preflight/jobs/{job_id}/fixes","slice":"preflight","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  createPreflightFixes: {"id":"createPreflightFixes","method":"POST","path":"/api/v1/preflight/jobs/{job_id}/fixes","slice":"preflight","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["runs:write"],"roles":["admin","contributor","tester"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,202,400,401,403,404,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  getPreflightFixes: {"id":"getPreflightFixes","method":"GET","path":"/api/v1/preflight/jobs/{job_id}/fixes/{fix_id}","slice":"preflight","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listSamples: {"id":"listSamples","method":"GET","path":"/api/v1/samples","slice":"samples","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createSample: {"id":"createSample","method":"POST","path":"/api/v1/samples","slice":"samples","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/octet-stream","requestRequired":true,"bodyBytesMax":1073741824,"statuses":[201,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  getSample: {"id":"getSample","method":"GET","path":"/api/v1/samples/{sample_id}","slice":"samples","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  updateSample: {"id":"updateSample","method":"PATCH","path":"/api/v1/samples/{sample_id}","slice":"samples","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["runs:write"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,404,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  deleteSample: {"id":"deleteSample","method":"DELETE","path":"/api/v1/samples/{sample_id}","slice":"samples","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:write"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,409,429,500,503],"successTypes":["application/json"]},
  listSampleResults: {"id":"listSampleResults","method":"GET","path":"/api/v1/samples/{sample_id}/history","slice":"results","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getSampleDownload: {"id":"getSampleDownload","method":"GET","path":"/api/v1/samples/{sample_id}/download","slice":"samples","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getSampleDetails: {"id":"getSampleDetails","method":"GET","path":"/api/v1/samples/{sample_id}/details","slice":"samples","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getMediaInfoDownload: {"id":"getMediaInfoDownload","method":"GET","path":"/api/v1/samples/{sample_id}/media-info/download","slice":"samples","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  deleteExtraFile: {"id":"deleteExtraFile","method":"DELETE","path":"/api/v1/samples/{sample_id}/extra-files/{extra_id}","slice":"samples","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:write"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getExtraFileDownload: {"id":"getExtraFileDownload","method":"GET","path":"/api/v1/samples/{sample_id}/extra-files/{extra_id}/download","slice":"samples","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  createQueuedSample: {"id":"createQueuedSample","method":"POST","path":"/api/v1/samples/upload","slice":"samples","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"multipart/form-data","requestRequired":true,"bodyBytesMax":1073807360,"statuses":[201,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  listQueuedSamples: {"id":"listQueuedSamples","method":"GET","path":"/api/v1/queued-samples","slice":"samples","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  getQueuedSample: {"id":"getQueuedSample","method":"GET","path":"/api/v1/queued-samples/{queued_id}","slice":"samples","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"account","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  deleteQueuedSample: {"id":"deleteQueuedSample","method":"DELETE","path":"/api/v1/queued-samples/{queued_id}","slice":"samples","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":"account","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  finalizeQueuedSample: {"id":"finalizeQueuedSample","method":"POST","path":"/api/v1/queued-samples/{queued_id}/finalize","slice":"samples","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":true,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":"account","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,404,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  linkQueuedSample: {"id":"linkQueuedSample","method":"POST","path":"/api/v1/queued-samples/{queued_id}/link","slice":"samples","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":true,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":"account","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,404,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  listTags: {"id":"listTags","method":"GET","path":"/api/v1/tags","slice":"samples","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createTag: {"id":"createTag","method":"POST","path":"/api/v1/tags","slice":"samples","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["runs:write"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  listRegressionTests: {"id":"listRegressionTests","method":"GET","path":"/api/v1/regression-tests","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createRegressionTest: {"id":"createRegressionTest","method":"POST","path":"/api/v1/regression-tests","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":true,"scopes":["runs:write"],"roles":["admin","contributor"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,413,415,422,429,500,503],"successTypes":["application/json"]},
  updateRegressionTests: {"id":"updateRegressionTests","method":"PATCH","path":"/api/v1/regression-tests","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":true,"scopes":["runs:write"],"roles":["admin","contributor"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,405,406,413,415,422,429,500,503],"successTypes":["application/json"]},
  getRegressionTest: {"id":"getRegressionTest","method":"GET","path":"/api/v1/regression-tests/{regression_test_id}","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  updateRegressionTest: {"id":"updateRegressionTest","method":"PATCH","path":"/api/v1/regression-tests/{regression_test_id}","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":true,"scopes":["runs:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,404,405,406,413,415,422,429,500,503],"successTypes":["application/json"]},
  deleteRegressionTest: {"id":"deleteRegressionTest","method":"DELETE","path":"/api/v1/regression-tests/{regression_test_id}","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,409,429,500,503],"successTypes":["application/json"]},
  createExpectedOutput: {"id":"createExpectedOutput","method":"POST","path":"/api/v1/regression-tests/{regression_test_id}/outputs","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["baselines:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":2097152,"statuses":[201,400,401,403,404,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  updateExpectedOutput: {"id":"updateExpectedOutput","method":"PATCH","path":"/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["baselines:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":2097152,"statuses":[200,400,401,403,404,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  deleteExpectedOutput: {"id":"deleteExpectedOutput","method":"DELETE","path":"/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["baselines:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,409,429,500,503],"successTypes":["application/json"]},
  listTestApprovals: {"id":"listTestApprovals","method":"GET","path":"/api/v1/regression-tests/{regression_test_id}/baseline-approvals","slice":"baselines","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listOutputChanges: {"id":"listOutputChanges","method":"GET","path":"/api/v1/regression-tests/{regression_test_id}/output-changes","slice":"explanations","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getBaselineDownload: {"id":"getBaselineDownload","method":"GET","path":"/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}/download","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  createVariant: {"id":"createVariant","method":"POST","path":"/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}/variants","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["runs:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,404,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  deleteVariant: {"id":"deleteVariant","method":"DELETE","path":"/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}/variants/{variant_id}","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getVariantDownload: {"id":"getVariantDownload","method":"GET","path":"/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}/variants/{variant_id}/download","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listCategories: {"id":"listCategories","method":"GET","path":"/api/v1/categories","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createCategory: {"id":"createCategory","method":"POST","path":"/api/v1/categories","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":true,"scopes":["runs:write"],"roles":["admin","contributor"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  updateCategory: {"id":"updateCategory","method":"PATCH","path":"/api/v1/categories/{category_id}","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":true,"scopes":["runs:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,404,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  deleteCategory: {"id":"deleteCategory","method":"DELETE","path":"/api/v1/categories/{category_id}","slice":"regression-tests","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,409,429,500,503],"successTypes":["application/json"]},
  listBuilds: {"id":"listBuilds","method":"GET","path":"/api/v1/builds","slice":"builds","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":"repository","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createBuild: {"id":"createBuild","method":"POST","path":"/api/v1/builds","slice":"builds","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":null,"confinedBy":"repository","rateClass":"write","requestType":"application/octet-stream","requestRequired":true,"bodyBytesMax":1073741824,"statuses":[200,201,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  getBuild: {"id":"getBuild","method":"GET","path":"/api/v1/builds/{build_id}","slice":"builds","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listRuns: {"id":"listRuns","method":"GET","path":"/api/v1/runs","slice":"runs","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":"repository","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createRun: {"id":"createRun","method":"POST","path":"/api/v1/runs","slice":"runs","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":true,"scopes":["runs:write"],"roles":[],"operator":false,"ownership":null,"confinedBy":"repository","rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[202,400,401,403,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  getRun: {"id":"getRun","method":"GET","path":"/api/v1/runs/{run_id}","slice":"runs","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getRunSummary: {"id":"getRunSummary","method":"GET","path":"/api/v1/runs/{run_id}/summary","slice":"runs","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listRunProgress: {"id":"listRunProgress","method":"GET","path":"/api/v1/runs/{run_id}/progress","slice":"runs","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getRunConfig: {"id":"getRunConfig","method":"GET","path":"/api/v1/runs/{run_id}/config","slice":"runs","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  cancelRun: {"id":"cancelRun","method":"POST","path":"/api/v1/runs/{run_id}/cancel","slice":"runs","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":true,"scopes":["runs:write"],"roles":["admin","contributor","tester"],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"write","requestType":"application/json","requestRequired":false,"bodyBytesMax":262144,"statuses":[202,400,401,403,404,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  restartRun: {"id":"restartRun","method":"POST","path":"/api/v1/runs/{run_id}/restart","slice":"runs","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:write"],"roles":["admin","contributor","tester"],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[202,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  reevaluateRun: {"id":"reevaluateRun","method":"POST","path":"/api/v1/runs/{run_id}/reevaluate","slice":"runs","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["baselines:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,409,429,500,503],"successTypes":["application/json"]},
  listRunOutputs: {"id":"listRunOutputs","method":"GET","path":"/api/v1/runs/{run_id}/outputs","slice":"results","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listRunComparisons: {"id":"listRunComparisons","method":"GET","path":"/api/v1/runs/{run_id}/comparison","slice":"results","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getRunExplanation: {"id":"getRunExplanation","method":"GET","path":"/api/v1/runs/{run_id}/explain","slice":"explanations","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getResultExplanation: {"id":"getResultExplanation","method":"GET","path":"/api/v1/runs/{run_id}/results/{regression_test_id}/explain","slice":"explanations","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listRunErrors: {"id":"listRunErrors","method":"GET","path":"/api/v1/runs/{run_id}/errors","slice":"errors","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listInfrastructureErrors: {"id":"listInfrastructureErrors","method":"GET","path":"/api/v1/runs/{run_id}/infrastructure-errors","slice":"errors","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["system:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listRunErrorBuckets: {"id":"listRunErrorBuckets","method":"GET","path":"/api/v1/runs/{run_id}/error-summary","slice":"errors","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listRunSamples: {"id":"listRunSamples","method":"GET","path":"/api/v1/runs/{run_id}/samples","slice":"results","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getRunSample: {"id":"getRunSample","method":"GET","path":"/api/v1/runs/{run_id}/samples/{regression_test_id}","slice":"results","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getExpectedOutput: {"id":"getExpectedOutput","method":"GET","path":"/api/v1/runs/{run_id}/samples/{sample_id}/regression-tests/{regression_id}/outputs/{output_id}/expected","slice":"results","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getActualOutput: {"id":"getActualOutput","method":"GET","path":"/api/v1/runs/{run_id}/samples/{sample_id}/regression-tests/{regression_id}/outputs/{output_id}/actual","slice":"results","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,303,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getOutputDiff: {"id":"getOutputDiff","method":"GET","path":"/api/v1/runs/{run_id}/samples/{sample_id}/regression-tests/{regression_id}/outputs/{output_id}/diff","slice":"results","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,422,429,500,503],"successTypes":["application/json"]},
  approveBaseline: {"id":"approveBaseline","method":"POST","path":"/api/v1/runs/{run_id}/samples/{sample_id}/baseline-approval","slice":"baselines","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["baselines:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,404,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  listBaselineApprovals: {"id":"listBaselineApprovals","method":"GET","path":"/api/v1/runs/{run_id}/baseline-approvals","slice":"baselines","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  approveBaselines: {"id":"approveBaselines","method":"POST","path":"/api/v1/runs/{run_id}/baseline-approvals","slice":"baselines","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["baselines:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,404,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  undoApproval: {"id":"undoApproval","method":"POST","path":"/api/v1/baseline-approvals/{approval_id}/undo","slice":"baselines","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["baselines:write"],"roles":["admin","contributor"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":false,"bodyBytesMax":262144,"statuses":[200,400,401,403,404,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  listRunArtifacts: {"id":"listRunArtifacts","method":"GET","path":"/api/v1/runs/{run_id}/artifacts","slice":"files","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  listRunLogs: {"id":"listRunLogs","method":"GET","path":"/api/v1/runs/{run_id}/logs","slice":"logs","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["system:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  followRunLogs: {"id":"followRunLogs","method":"GET","path":"/api/v1/runs/{run_id}/log-stream","slice":"logs","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["text/event-stream"]},
  listRunSampleLogs: {"id":"listRunSampleLogs","method":"GET","path":"/api/v1/runs/{run_id}/samples/{sample_id}/logs","slice":"logs","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["system:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":"run","rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getQueue: {"id":"getQueue","method":"GET","path":"/api/v1/system/queue","slice":"queue","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["system:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  getAbout: {"id":"getAbout","method":"GET","path":"/api/v1/system/about","slice":"system","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":true,"scopes":["system:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  listBlockedUsers: {"id":"listBlockedUsers","method":"GET","path":"/api/v1/system/blocked-users","slice":"system","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:read"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createBlockedUser: {"id":"createBlockedUser","method":"POST","path":"/api/v1/system/blocked-users","slice":"system","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  deleteBlockedUser: {"id":"deleteBlockedUser","method":"DELETE","path":"/api/v1/system/blocked-users/{user_id}","slice":"system","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getMaintenance: {"id":"getMaintenance","method":"GET","path":"/api/v1/system/maintenance","slice":"system","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:read"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  updateMaintenance: {"id":"updateMaintenance","method":"PATCH","path":"/api/v1/system/maintenance/{platform}","slice":"system","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":true,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[200,400,401,403,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  listRetentionRuns: {"id":"listRetentionRuns","method":"GET","path":"/api/v1/system/retention","slice":"runs","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:read"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  listDeprecations: {"id":"listDeprecations","method":"GET","path":"/api/v1/system/deprecations","slice":"system","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:read"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  listForbiddenExtensions: {"id":"listForbiddenExtensions","method":"GET","path":"/api/v1/system/forbidden-extensions","slice":"system","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:read"],"roles":["admin"],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createForbiddenExtension: {"id":"createForbiddenExtension","method":"POST","path":"/api/v1/system/forbidden-extensions","slice":"system","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":true,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  deleteForbiddenExtension: {"id":"deleteForbiddenExtension","method":"DELETE","path":"/api/v1/system/forbidden-extensions/{extension}","slice":"system","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":true,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,404,405,406,429,500,503],"successTypes":["application/json"]},
  getHealth: {"id":"getHealth","method":"GET","path":"/api/v1/system/health","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"health","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,405,406,429,500,503],"successTypes":["application/json"]},
  getContract: {"id":"getContract","method":"GET","path":"/api/v1/system/contract","slice":"system","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  listProblems: {"id":"listProblems","method":"GET","path":"/api/v1/problems","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,405,406,429,500],"successTypes":["application/json"]},
  getProblem: {"id":"getProblem","method":"GET","path":"/api/v1/problems/{code}","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,404,405,406,429,500],"successTypes":["application/json"]},
  getChangelog: {"id":"getChangelog","method":"GET","path":"/api/v1/changelog","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,405,406,429,500],"successTypes":["application/json"]},
  getLiveness: {"id":"getLiveness","method":"GET","path":"/livez","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"unlimited","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,405,406,500],"successTypes":["application/json"]},
  getReadiness: {"id":"getReadiness","method":"GET","path":"/readyz","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"unlimited","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,405,406,500,503],"successTypes":["application/json"]},
  getMetrics: {"id":"getMetrics","method":"GET","path":"/metrics","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"unlimited","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,405,406,500],"successTypes":["text/plain"]},
  getDescription: {"id":"getDescription","method":"GET","path":"/openapi.yaml","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,304,400,405,406,429,500],"successTypes":["application/yaml"]},
  getDescriptionAsJson: {"id":"getDescriptionAsJson","method":"GET","path":"/openapi.json","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,304,400,405,406,429,500],"successTypes":["application/json"]},
  getApiCatalog: {"id":"getApiCatalog","method":"GET","path":"/.well-known/api-catalog","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,405,406,429,500],"successTypes":["application/linkset+json"]},
  getAgentGuide: {"id":"getAgentGuide","method":"GET","path":"/llms.txt","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,405,406,429,500],"successTypes":["text/plain"]},
  getStatusBadge: {"id":"getStatusBadge","method":"GET","path":"/badge/{domain}/{repository_owner}/{repository_name}","slice":"runs","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,304,400,404,405,406,429,500,503],"successTypes":["image/svg+xml"]},
  createSession: {"id":"createSession","method":"POST","path":"/{domain}/auth","slice":"sessions","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/x-www-form-urlencoded","requestRequired":false,"bodyBytesMax":16384,"statuses":[303,400,401,403,404,405,406,429,500,503],"successTypes":[]},
  deleteSession: {"id":"deleteSession","method":"DELETE","path":"/{domain}/auth","slice":"sessions","credential":"browser","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[204,400,401,403,404,405,406,429,500,503],"successTypes":[]},
  getSignInPage: {"id":"getSignInPage","method":"GET","path":"/{domain}/sign-in","slice":"sessions","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,404,405,406,429,500,503],"successTypes":["text/html"]},
  getDashboard: {"id":"getDashboard","method":"GET","path":"/{domain}/graph","slice":"dashboard","credential":"browser","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,303,400,401,403,404,405,406,429,500,503],"successTypes":["text/html"]},
  getPreflightPage: {"id":"getPreflightPage","method":"GET","path":"/{domain}/preflight/{job_id}","slice":"dashboard","credential":"browser","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["results:read"],"roles":[],"operator":false,"ownership":"domain","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,303,400,401,403,404,405,406,429,500,503],"successTypes":["text/html"]},
  getHome: {"id":"getHome","method":"GET","path":"/","slice":"dashboard","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[302,400,405,406,429,500],"successTypes":[]},
  getGraph: {"id":"getGraph","method":"GET","path":"/graph","slice":"dashboard","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[302,400,405,406,429,500],"successTypes":[]},
  getDomainHome: {"id":"getDomainHome","method":"GET","path":"/{domain}","slice":"dashboard","credential":"browser","optional":true,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["runs:read"],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[302,400,401,403,404,405,406,429,500,503],"successTypes":[]},
  getDocumentation: {"id":"getDocumentation","method":"GET","path":"/docs","slice":"system","credential":"none","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,304,400,405,406,429,500],"successTypes":["text/html"]},
  downloadFile: {"id":"downloadFile","method":"GET","path":"/api/v1/files/{sha256}","slice":"files","credential":"signature","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"signature","confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,206,304,400,401,404,405,406,416,429,500],"successTypes":["application/octet-stream"]},
  listWorkers: {"id":"listWorkers","method":"GET","path":"/api/v1/workers","slice":"workers","credential":"account","optional":false,"takesQueryToken":true,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:read"],"roles":["admin"],"operator":true,"ownership":null,"confinedBy":null,"rateClass":"read","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,403,405,406,429,500,503],"successTypes":["application/json"]},
  createWorker: {"id":"createWorker","method":"POST","path":"/api/v1/workers","slice":"workers","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":true,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":true,"ownership":null,"confinedBy":null,"rateClass":"write","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,400,401,403,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  revokeWorker: {"id":"revokeWorker","method":"DELETE","path":"/api/v1/workers/{worker_id}","slice":"workers","credential":"account","optional":false,"takesQueryToken":false,"takesSession":true,"takesRegion":true,"takesBodyToken":false,"takesLegacyToken":false,"scopes":["system:write"],"roles":["admin"],"operator":true,"ownership":"installation","confinedBy":null,"rateClass":"write","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[204,400,401,403,404,405,406,429,500,503],"successTypes":[]},
  claimRun: {"id":"claimRun","method":"POST","path":"/api/v1/worker/claims","slice":"workers","credential":"worker","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":null,"confinedBy":null,"rateClass":"worker","requestType":"application/json","requestRequired":true,"bodyBytesMax":262144,"statuses":[201,204,400,401,403,405,406,413,415,429,500,503],"successTypes":["application/json"]},
  createHeartbeat: {"id":"createHeartbeat","method":"POST","path":"/api/v1/worker/leases/{lease_id}/heartbeats","slice":"workers","credential":"lease","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"lease","confinedBy":null,"rateClass":"worker","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,405,406,409,429,500,503],"successTypes":["application/json"]},
  putLeaseOutput: {"id":"putLeaseOutput","method":"PUT","path":"/api/v1/worker/leases/{lease_id}/outputs/{sha256}","slice":"workers","credential":"lease","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"lease","confinedBy":null,"rateClass":"worker","requestType":"application/octet-stream","requestRequired":true,"bodyBytesMax":1073741824,"statuses":[200,400,401,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  recordResults: {"id":"recordResults","method":"POST","path":"/api/v1/worker/leases/{lease_id}/results","slice":"results","credential":"lease","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"lease","confinedBy":null,"rateClass":"worker","requestType":"application/json","requestRequired":true,"bodyBytesMax":4194304,"statuses":[200,400,401,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  appendLogLines: {"id":"appendLogLines","method":"POST","path":"/api/v1/worker/leases/{lease_id}/log-lines","slice":"logs","credential":"lease","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"lease","confinedBy":null,"rateClass":"worker","requestType":"application/json","requestRequired":true,"bodyBytesMax":4194304,"statuses":[200,400,401,405,406,409,413,415,422,429,500,503],"successTypes":["application/json"]},
  completeLease: {"id":"completeLease","method":"POST","path":"/api/v1/worker/leases/{lease_id}/completion","slice":"workers","credential":"lease","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"lease","confinedBy":null,"rateClass":"worker","requestType":"application/json","requestRequired":true,"bodyBytesMax":2097152,"statuses":[200,400,401,405,406,409,413,415,429,500,503],"successTypes":["application/json"]},
  getLeaseSample: {"id":"getLeaseSample","method":"GET","path":"/api/v1/worker/leases/{lease_id}/samples/{sha256}","slice":"workers","credential":"lease","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"lease","confinedBy":null,"rateClass":"worker","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,404,405,406,409,429,500,503],"successTypes":["application/octet-stream"]},
  getLeaseBuild: {"id":"getLeaseBuild","method":"GET","path":"/api/v1/worker/leases/{lease_id}/build","slice":"workers","credential":"lease","optional":false,"takesQueryToken":false,"takesSession":false,"takesRegion":false,"takesBodyToken":false,"takesLegacyToken":false,"scopes":[],"roles":[],"operator":false,"ownership":"lease","confinedBy":null,"rateClass":"worker","requestType":null,"requestRequired":false,"bodyBytesMax":0,"statuses":[200,400,401,404,405,406,409,429,500,503],"successTypes":["application/octet-stream"]},
} as const;

export const scopes = {
  "runs:read": "Read runs, their progress and results, samples, regression tests, builds, repositories and sites.",
  "runs:write": "Upload samples and builds, edit regression tests, start, cancel and restart runs.",
  "results:read": "Read outputs, differences and the record of approvals.",
  "baselines:write": "Create expected content and approve outputs as baselines. Never minted into a non-administrator’s token.",
  "system:read": "Read logs, the queue and what the installation is made of.",
  "system:write": "Register repositories, versions, sites and workers, and, as operator, create domains, hold platforms back and forbid types of files.",
  "tokens:manage": "Read, create and change accounts, and list and revoke every account’s tokens."
} as const;

export const deprecations = {
  "getCurrentUser": [
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listUsers": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "createUser": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getUser": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "updateUser": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listDomains": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "createDomain": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listRepositories": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createRepository": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "updateRepository": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listVersions": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "createVersion": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listSites": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "createSite": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getSite": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "updateSite": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listPreflightJobs": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "createPreflightJob": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getPreflightJob": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getPreflightComparison": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listPreflightFixes": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "createPreflightFixes": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getPreflightFixes": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listSamples": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createSample": [
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getSample": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "updateSample": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listSampleResults": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getSampleDownload": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getSampleDetails": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getMediaInfoDownload": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getExtraFileDownload": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createQueuedSample": [
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listQueuedSamples": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getQueuedSample": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "deleteQueuedSample": [
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "finalizeQueuedSample": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "linkQueuedSample": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listTags": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createTag": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listRegressionTests": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createRegressionTest": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "updateRegressionTests": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getRegressionTest": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "updateRegressionTest": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "deleteRegressionTest": [
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createExpectedOutput": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "updateExpectedOutput": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listTestApprovals": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listOutputChanges": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getBaselineDownload": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createVariant": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getVariantDownload": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listCategories": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createCategory": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "updateCategory": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "deleteCategory": [
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listBuilds": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createBuild": [
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getBuild": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listRuns": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "createRun": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getRun": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getRunSummary": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listRunProgress": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getRunConfig": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "cancelRun": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "restartRun": [
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listRunOutputs": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listRunComparisons": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getRunExplanation": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getResultExplanation": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listRunErrors": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listInfrastructureErrors": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listRunErrorBuckets": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listRunSamples": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getRunSample": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getExpectedOutput": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getActualOutput": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getOutputDiff": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "approveBaseline": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listBaselineApprovals": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "approveBaselines": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "undoApproval": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listRunArtifacts": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listRunLogs": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "followRunLogs": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listRunSampleLogs": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getQueue": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "getAbout": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    },
    {
      "item": "credential.legacy_token",
      "place": "credential",
      "name": "legacy_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "A token with scopes for each program, from `createToken`."
    }
  ],
  "listBlockedUsers": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "createBlockedUser": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getMaintenance": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "updateMaintenance": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listRetentionRuns": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listDeprecations": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "listForbiddenExtensions": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "createForbiddenExtension": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getContract": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "getDashboard": [
    {
      "item": "query.x-auth-token",
      "place": "query",
      "name": "x-auth-token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "Hand the token over in a form to `POST /{domain}/auth`."
    }
  ],
  "getPreflightPage": [
    {
      "item": "query.x-auth-token",
      "place": "query",
      "name": "x-auth-token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "Hand the token over in a form to `POST /{domain}/auth`."
    }
  ],
  "getDomainHome": [
    {
      "item": "query.x-auth-token",
      "place": "query",
      "name": "x-auth-token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "Hand the token over in a form to `POST /{domain}/auth`."
    }
  ],
  "listWorkers": [
    {
      "item": "query.access_token",
      "place": "query",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ],
  "createWorker": [
    {
      "item": "body.access_token",
      "place": "body",
      "name": "access_token",
      "deprecatedAt": "2026-11-29",
      "sunset": "2027-11-29",
      "successor": null,
      "replacement": "The header `Authorization`, scheme `Bearer`."
    }
  ]
} as const;

export const rateClasses = {
  "login": {
    "count": 5,
    "seconds": 900
  },
  "mail": {
    "count": 5,
    "seconds": 900
  },
  "read": {
    "count": 120,
    "seconds": 60
  },
  "write": {
    "count": 20,
    "seconds": 60
  },
  "health": {
    "count": 120,
    "seconds": 60
  },
  "worker": {
    "count": 6000,
    "seconds": 60
  }
} as const;

export const errorStatus = {
  "validation_error": 400,
  "invalid_json": 400,
  "bad_request": 400,
  "invalid_link": 400,
  "promise_token_invalid": 400,
  "unauthorized": 401,
  "invalid_credentials": 401,
  "forbidden": 403,
  "not_found": 404,
  "log_not_found": 404,
  "missing_output": 404,
  "method_not_allowed": 405,
  "not_acceptable": 406,
  "conflict": 409,
  "lease_lost": 409,
  "payload_too_large": 413,
  "unsupported_media_type": 415,
  "range_not_satisfiable": 416,
  "unprocessable": 422,
  "idempotency_key_reused": 422,
  "rate_limited": 429,
  "internal_error": 500,
  "contract_violation": 500,
  "unavailable": 503,
  "request_timeout": 408,
  "uri_too_long": 414,
  "expectation_failed": 417,
  "headers_too_large": 431,
  "not_implemented": 501,
  "promise_token_missing": 400,
  "site_unclear": 502,
  "preflight_in_progress": 409,
  "preflight_not_passed": 409
} as const;

export const errorCatalogue = {
  "validation_error": {
    "status": 400,
    "title": "Request does not fit the description",
    "description": "A parameter or a field of the body is missing, unknown, repeated or of another form than described.",
    "action": "Correct what `details.fields` names; the same request fails again."
  },
  "invalid_json": {
    "status": 400,
    "title": "Body is not JSON",
    "description": "The body is not one JSON value in UTF-8.",
    "action": "Send the body as JSON in UTF-8, without a byte order mark."
  },
  "bad_request": {
    "status": 400,
    "title": "Request is not HTTP as this server takes it",
    "description": "The request line, a header, the framing of the body or the percent-encoding of the address is malformed or ambiguous.",
    "action": "Use an HTTP client that follows RFC 9112; look at what a proxy on the way adds."
  },
  "invalid_link": {
    "status": 400,
    "title": "Link does not work any more",
    "description": "What a mail or GitHub gave is over, was used, or was never given; which of them it is stays untold.",
    "action": "Ask for another mail with `POST /api/v1/auth/password-reset`, or begin the linking again with `GET /api/v1/auth/me/github`, and use what is newest."
  },
  "promise_token_invalid": {
    "status": 400,
    "title": "Promise token cannot be used",
    "description": "The promise token is unknown, used up, expired, invalidated, or for something else; which of them it is stays untold.",
    "action": "Make another with `POST /api/v1/auth/promise-tokens`, or at the issuer that this installation uses."
  },
  "unauthorized": {
    "status": 401,
    "title": "Valid credential needed",
    "description": "No credential was sent, or the one that decides is malformed, unknown, expired or revoked.",
    "action": "Send a live token as `Authorization: Bearer`; get one from `POST /api/v1/auth/tokens`."
  },
  "invalid_credentials": {
    "status": 401,
    "title": "E-mail or password is wrong",
    "description": "No account of this installation has that e-mail address and password.",
    "action": "Ask the person for the password again; failed logins are limited."
  },
  "forbidden": {
    "status": 403,
    "title": "Credential does not allow this",
    "description": "The credential is valid and lacks a scope, is confined to something else or is a legacy token where none is taken, its account lacks a role, the account is read-only, its GitHub login is blocked, or the file is of a type that is not taken.",
    "action": "Use a token with every scope in `details.required_scopes`, of an account with a role in `details.required_roles`; send no file of the type in `details.extension`."
  },
  "not_found": {
    "status": 404,
    "title": "No such resource or address",
    "description": "The address is not one of this server, or what it names does not exist or belongs to another domain.",
    "action": "Check address and ids against this description and the lists that give ids."
  },
  "log_not_found": {
    "status": 404,
    "title": "Run has no log yet",
    "description": "The run exists and has written no line.",
    "action": "Ask again once the run is at work."
  },
  "missing_output": {
    "status": 404,
    "title": "Test did not produce this output",
    "description": "The test ended without the file that was asked for.",
    "action": "Read the verdict of the result and the log of the run; expected content is still there."
  },
  "method_not_allowed": {
    "status": 405,
    "title": "Address does not have that method",
    "description": "The address exists and is asked with a method that it does not have.",
    "action": "Use one of the methods in `Allow` and `details.allow`."
  },
  "not_acceptable": {
    "status": 406,
    "title": "No representation fits the Accept header",
    "description": "The Accept header excludes every media type in which this operation answers.",
    "action": "Accept one of `details.available`."
  },
  "conflict": {
    "status": 409,
    "title": "State does not allow this",
    "description": "The state of the resource, or one that exists already, does not allow the request.",
    "action": "Read the resource, then decide; repeating the request does not help."
  },
  "lease_lost": {
    "status": 409,
    "title": "Lease is no longer held",
    "description": "The lease ended, was released or belongs to an earlier attempt; the write changed nothing.",
    "action": "Stop work on this run and claim another."
  },
  "payload_too_large": {
    "status": 413,
    "title": "Body is too large",
    "description": "The body exceeds what the operation or the installation takes; nothing was stored.",
    "action": "Send at most `details.bytes_max` bytes."
  },
  "unsupported_media_type": {
    "status": 415,
    "title": "Media type is not taken here",
    "description": "The media type, charset or content coding of the body is not one that the operation takes.",
    "action": "Send one of `details.available`, in UTF-8 and without a content coding."
  },
  "range_not_satisfiable": {
    "status": 416,
    "title": "Range lies outside the content",
    "description": "No part of the content lies in the range that was asked for.",
    "action": "Ask for a range below `details.size_bytes`."
  },
  "unprocessable": {
    "status": 422,
    "title": "Request cannot be carried out",
    "description": "The request fits the description and refers to something that does not exist or cannot be used.",
    "action": "Correct what `message` and `details` name; the same request fails again."
  },
  "idempotency_key_reused": {
    "status": 422,
    "title": "Idempotency key was used before",
    "description": "The Idempotency-Key was used with another request within its life.",
    "action": "Make a new key for a new request; keep the key when the same request is repeated."
  },
  "rate_limited": {
    "status": 429,
    "title": "Too many requests",
    "description": "The limit of this class of requests is used up for the token or address.",
    "action": "Wait for the seconds in `Retry-After`, then go on more slowly."
  },
  "internal_error": {
    "status": 500,
    "title": "Server failed",
    "description": "The server met a fault of its own; its log names the cause under the request id.",
    "action": "Read what was written before, then try again; report the request id if it stays."
  },
  "contract_violation": {
    "status": 500,
    "title": "Answer was withheld",
    "description": "The server made an answer that this description does not allow. A write may have been carried out.",
    "action": "Read the resource to see what happened; report the request id, since this is a defect."
  },
  "unavailable": {
    "status": 503,
    "title": "Dependency is not available",
    "description": "The database or another dependency does not answer, or too much work is waiting.",
    "action": "Try again after the seconds in `Retry-After`."
  },
  "request_timeout": {
    "status": 408,
    "title": "Request took too long to arrive",
    "description": "The head or the body of the request did not arrive in time; the connection is closed.",
    "action": "Send the whole request again over a new connection."
  },
  "uri_too_long": {
    "status": 414,
    "title": "Address is too long",
    "description": "The target of the request has more than 8,192 characters.",
    "action": "Use fewer or shorter query parameters."
  },
  "expectation_failed": {
    "status": 417,
    "title": "Expectation cannot be met",
    "description": "The Expect header asks for something else than `100-continue`.",
    "action": "Leave the Expect header out."
  },
  "headers_too_large": {
    "status": 431,
    "title": "Head of the request is too large",
    "description": "The request line and headers exceed 16 KiB, or there are more than 100 headers.",
    "action": "Send fewer or shorter headers."
  },
  "not_implemented": {
    "status": 501,
    "title": "Method or coding is unknown",
    "description": "The server knows no such method, or no such transfer coding.",
    "action": "Use the methods of this description and no transfer coding but chunked."
  },
  "promise_token_missing": {
    "status": 400,
    "title": "Promise token needed",
    "description": "Pages of this site are asked for with a promise token. None came in the header that `details.header` names, and none could be made of the credential of the request.",
    "action": "Send a promise token in that header, or ask with a password session or an unrestricted token of your own."
  },
  "site_unclear": {
    "status": 502,
    "title": "Site does not tell whether it wants a credential",
    "description": "The first page was asked with HEAD, and answered neither 2xx nor 401 nor 403, or not at all; `details.why` tells.",
    "action": "See that the page answers, give the address that it redirects to, and try again."
  },
  "preflight_in_progress": {
    "status": 409,
    "title": "Preflight is in progress",
    "description": "The run requires a preflight that has not ended yet.",
    "action": "Ask `details.preflight.poll_url` until it has ended, then repeat the request."
  },
  "preflight_not_passed": {
    "status": 409,
    "title": "Preflight did not pass",
    "description": "The run requires a preflight that failed, was canceled, or has another verdict than `pass`; `details.preflight` tells.",
    "action": "Mend what its result lists, or see that everything can be looked at, and give one that passes."
  }
} as const;

export const descriptionVersion = "0.2.0";
