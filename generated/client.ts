// Written by `npm run generate` from openapi.yaml. Never edited.
export interface paths {
    "/api/v1/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the first administrator
         * @description Works once, while the installation has no account, with the setup token that the server printed at its first start. The account becomes administrator of the `default` domain and operator of the installation.
         */
        post: operations["setUpInstallation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tokens
         * @description The caller’s own tokens, revoked and expired ones included, newest first, without their secrets. `all=true` lists those of every account in the domain and needs role admin and scope `tokens:manage`.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Log in and mint a token
         * @description Checks e-mail and password and answers with a new token, shown this once. Failures count per address and per account. A scope that the account’s role does not allow is refused with 403.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke the token in use
         * @description Ends the token that authenticates this request. Needs no scope. The next request with it is answered 401.
         */
        delete: operations["revokeCurrentToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/current/children": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a child of the token in use
         * @description A token that can do no more than the one in use, for a program that needs less; shown this once. It may have fewer scopes, a shorter life, a number of requests, and be confined to one repository or one run. It ends with its parent at the latest; revoking or rotating the parent ends the whole tree below it. A confined token opens what is about its run or its repository, and itself; anything else is 403, and another run is 404. Whatever it asks takes one of its calls, and a token that has none left is 401. What a counted token gives a child is taken from its own calls. A token has at most 100 live children; one of the fourth generation makes none, and 403 tells so.
         */
        post: operations["createChildToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a token is
         * @description Token introspection (RFC 7662), for another installation whose global region this one is. A token of the caller’s domain, or of any domain for an operator, is told; whatever else is sent is answered `active` false, be it unknown, ended, of another kind or no token at all. So is a child that is confined or whose calls are counted, since nobody else would hold it to that. Asking takes no call and is no use of the token.
         */
        post: operations["introspectToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/promise-tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a promise token
         * @description A promise token is exchanged for a credential that opens the pages of one site, so that a job looks at them for its caller later. It is for one account, site and purpose, lives 15 minutes, is exchanged 20 times at most, and ends with the token or session that makes it. Pages of sites whose `promise_based` is true are looked at with one, unless `preview_auth` is `none`; a preflight job without one makes its own where its caller may make one. A session of a password or an own token of an account makes them; a child, a session of a token that was handed over, a counted or confined token and a legacy token are 403, as is a read-only account. Where promise tokens come from an issuer elsewhere, none is made here, which is 409.
         */
        post: operations["createPromiseToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/promise-tokens/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a promise token
         * @description Gives an access token, to be shown to the site as `Bearer` for 10 minutes, and a new promise token. Keep the new one before anything else is done. The old one stays good until it has expired or was exchanged 20 times, so that an answer that was lost loses nothing; whatever comes of one promise token ends 24 hours after that was made. A token that is unknown, used up, expired, invalidated or of another account is 400 `promise_token_invalid`, and which of them it is stays untold.
         */
        post: operations["exchangePromiseToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/promise-tokens/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what a promise token is for
         * @description For the server of a site that is shown an access token, and for who holds a promise token. One that was made in the caller’s domain is told, with the site, account and purpose it is for; whatever else is sent is answered `active` false, be it unknown, used up, ended, of another domain or no such token at all. Asking is no use of it.
         */
        post: operations["introspectPromiseToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/promise-tokens/invalidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a promise token
         * @description Ends the promise token, what it was exchanged from, and every promise token and access token that came of it, at once. Those of the own account, for an administrator any of the domain. One that is unknown or of somebody else is answered as one that was ended, and stays as it is; repeating it is harmless.
         */
        post: operations["invalidatePromiseToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description Ends the token and everything that was made from it. Own tokens need no scope; an administrator may revoke any token of the domain. Another account’s token answers exactly like a missing one. Repeating it is harmless.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/tokens/{token_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a token
         * @description A new secret takes the place of an own token’s, with its name and its scopes as far as the role still allows them; shown this once. The old one and everything that was made from it end at once, or after `grace_seconds`. The token in use must hold every scope of the one it rotates, and a child rotates only itself and what was made from it, else 403. The successor of a child is as confined, and has the calls that were left; where calls are counted there is no grace. A token that has ended, is used up or was rotated before is 409, and so is a grace there; another account’s is 404 for everybody.
         */
        post: operations["rotateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the caller
         * @description The account behind the credential, its domain, role and the scopes this credential has now.
         */
        get: operations["getCurrentUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the own account
         * @description Changes the caller’s name, e-mail address or password. An address or a password is changed only by who also gives the current password; a wrong one is 401, and counts against the limit of logins like a failed login. A name or address of another account is refused with 409. With a new password every other token of the account is revoked; the one that authenticates this request stays, unless it was made from another.
         */
        patch: operations["updateAccount"];
        trace?: never;
    };
    "/api/v1/auth/me/ftp-credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the login for FTP
         * @description Where and with which user name and password files are sent by FTP, which then wait in the queue of uploads as those of `createQueuedSample` do. The login is made when it is asked for first, is shown again whenever it is asked for, and outlasts the token that asks, so that a token which was made from another is refused with 403. A new password of the account and its deactivation end the login; asked for again, there is another. Where the installation takes no files by FTP, the answer is 503.
         */
        get: operations["getFtpCredentials"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/me/github": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the linked GitHub login
         * @description Which GitHub login the caller’s account is linked to, and where its owner goes in a browser to link one, or another one. GitHub then leads back to a page of this server that shows login and account and asks whether to link them. The address works for ten minutes and ends with any change of the link. Where no GitHub is connected to the installation, the answer is 503.
         */
        get: operations["getGithubLink"];
        put?: never;
        post?: never;
        /**
         * Unlink the GitHub login
         * @description Ends the link of the caller’s account to a GitHub login, and whatever was begun to make one. Without a link nothing changes. Runs that were started of the owner’s repositories stay.
         */
        delete: operations["deleteGithubLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/github/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Confirm a GitHub login in a browser
         * @description The page to which GitHub leads a person back. It shows which GitHub login would be linked to which account and links them at the press of a button, by `POST /api/v1/auth/github/complete`; by itself it changes nothing. Who declined at GitHub reads that nothing is linked. A state that is over, used or forged and a code that GitHub refuses are refused with 400 `invalid_link`.
         */
        get: operations["getGithubConfirmation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/github/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a GitHub login
         * @description Links the GitHub login that the page after GitHub showed to the account that it showed, in place of any other. `confirmation` is in the button of that page and works once, until ten minutes after the linking began. What is over, used or forged is refused with 400 `invalid_link`; a login that another active account of the domain has, with 409.
         */
        post: operations["completeGithubLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for an account
         * @description Sends a mail to the address with what `completePasswordReset` needs to make an account in the domain `default`, with the role `user`. Until then there is no account, and the address belongs to nobody. An address that has an account is sent what sets a new password instead. The answer never tells which of them it was. An installation can be closed to newcomers; then nothing is sent to them.
         */
        post: operations["createSignup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password
         * @description Sends a mail to the address with what `completePasswordReset` needs, if an active account has it. The answer, and the time it takes, are the same for every address. One address is sent no more mails than the limit of the class `mail` allows.
         */
        post: operations["createPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password-reset/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a password by mail
         * @description Sets the password of the account that a mail was about, or makes the account that somebody signed up for. The mail gives `user_id`, `expires` and `mac`; they work once, for 24 hours, and only while the account keeps its password and address. What is over, used, unknown or forged is refused alike, with 400 `invalid_link`. Every token of the account is revoked.
         */
        post: operations["completePasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description The accounts of the caller’s domain, by id.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Make an account
         * @description Makes an account in the caller’s domain with a password of its own.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show an account
         * @description One account of the caller’s domain, active or not. Use it to see what a person may do before changing it.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an account
         * @description Changes the role of another account, whether it may write, and whether it may be used at all. Its tokens keep no scope that the role does not allow; an account that is made inactive loses them. Nobody changes the own account here (403), only an operator changes an operator’s (403), so the domain keeps an administrator, and the installation an operator.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/api/v1/users/{user_id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate an account
         * @description Ends an account, by its owner or an administrator. Its tokens are revoked and it cannot log in. What it made stays, with its name; `updateUser` makes it active again. Another account answers exactly like a missing one to who is no administrator. The last active administrator of the domain and the last operator stay (409). Repeating it is harmless.
         */
        post: operations["deactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an account a mail for a new password
         * @description Sends the account, by its owner or an administrator, the mail that `createPasswordReset` would. Another account answers exactly like a missing one to who is no administrator; an inactive one is refused with 409. Nobody but the owner of the address is told what the mail says.
         */
        post: operations["createUserPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{user_id}/legacy-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue an account’s legacy token
         * @description Makes the one token of an account that knows no scopes, for clients that cannot name any; shown this once. It takes the place of the one before and lives 365 days. Only operations that state `x-legacy-token` take it, to read and for the ordinary work of contributors, as the account’s role allows at the time; every use is deprecated and recorded. Where the installation has legacy tokens switched off this is 403; an inactive account is refused with 422.
         */
        post: operations["createLegacyToken"];
        /**
         * Revoke an account’s legacy token
         * @description Ends the token of an account that knows no scopes, where it has one, also while legacy tokens are switched off. Repeating it is harmless. An account of another domain answers exactly like a missing one.
         */
        delete: operations["revokeLegacyToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List domains
         * @description Every domain of the installation, by id. For operators.
         */
        get: operations["listDomains"];
        put?: never;
        /**
         * Make a domain
         * @description Makes a tenant with its first administrator. Slugs that are part of the server’s own addresses are refused with 422. For operators.
         */
        post: operations["createDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List repositories
         * @description The registered repositories of the domain, by id.
         */
        get: operations["listRepositories"];
        put?: never;
        /**
         * Register a repository
         * @description Whoever may create runs runs the commits of a registered repository; what is not registered is run by its owner at GitHub alone. Names are compared without regard to case. Registering what its owner ran already keeps those runs.
         */
        post: operations["createRepository"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/repositories/{repository_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a repository
         * @description Changes the main branch, or whether the status badge is for everybody to see; what is not named stays. Runs keep what they were compared with.
         */
        patch: operations["updateRepository"];
        trace?: never;
    };
    "/api/v1/github/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an event from GitHub
         * @description What a webhook of GitHub delivers. A push to the main branch of a registered repository, and a pull request that is opened, reopened or pushed to, run every active test at that commit on each platform, at once where its build is there and with the upload of the build otherwise. A pull request that is closed cancels what waits of it, a workflow that fails what waits for its build. A published release is recorded as a version. Anything else is taken and ignored. Each delivery has its effect once, and a repeated one is answered without any.
         */
        post: operations["receiveGithubEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List versions
         * @description The releases of the tools under test that the domain knows, the latest release first.
         */
        get: operations["listVersions"];
        put?: never;
        /**
         * Record a version
         * @description Says which commit of a registered repository a release is, so that its runs are found by `ccx_version`. It starts no run and judges none. A repository has one version of a name (409).
         */
        post: operations["createVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/versions/{version_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a version
         * @description No run is found by the version any more, and its name can be recorded anew. Who recorded it and who took it back stays on record in the database. No run is changed.
         */
        delete: operations["deleteVersion"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sites
         * @description The registered sites of the domain, by id. With `url` it is the one site, or none, that the page at this address belongs to.
         */
        get: operations["listSites"];
        put?: never;
        /**
         * Register a site
         * @description A site says which pages may be checked, and how they are reached. A host belongs to one site of the domain; one that another site has is 409, naming both. Its hosts are those of `base_url` and `author_url`, the `preview_hosts`, and those that the external ids stand for.
         */
        post: operations["createSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sites/{site_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a site
         * @description One registered site of the domain, with everything that was said of it.
         */
        get: operations["getSite"];
        put?: never;
        post?: never;
        /**
         * Remove a site
         * @description Its pages are checked no more, and its hosts are free for another site. It cannot be brought back.
         */
        delete: operations["deleteSite"];
        options?: never;
        head?: never;
        /**
         * Change a site
         * @description Changes what is named, what is not named stays. The site as a whole must be one that could be registered; a host that it no longer has is free for another site.
         */
        patch: operations["updateSite"];
        trace?: never;
    };
    "/api/v1/preflight/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List preflight jobs
         * @description The preflight jobs of the domain that are still kept, the newest first, without their results.
         */
        get: operations["listPreflightJobs"];
        put?: never;
        /**
         * Check pages
         * @description Begins checks of pages of one site in the background. The site is the one that has the host of the pages; with
         *     `site_id` the pages must be of that site (422).
         *
         *     Pages of sites that are written by `cs`, `cs/crosswalk` or `ams` are asked for with a credential, which the promise
         *     token stands for. It comes in `x-promise-token`, or is made of the caller’s own credential where that may make one; with
         *     neither it is 400 `promise_token_missing`. Other sites, and those whose `preview_auth` is `none`, take no notice of the
         *     header.
         *
         *     Then the first page is asked once, with HEAD and without credential. When it tells neither that it is open to all nor that
         *     it wants a credential, nothing is begun (502).
         *
         *     Every page is read. Of one that has the same bytes as in an earlier completed job of the site, of the same step, audits that depend
         *     on nothing else are taken over from there, and say so (`reused_from_job_id`); `reuse: false` has all of them done anew.
         */
        post: operations["createPreflightJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preflight/jobs/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a preflight job
         * @description How far the job is, and what it has found so far. An audit that is not listed yet has not been done.
         */
        get: operations["getPreflightJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preflight/jobs/{job_id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare a preflight job
         * @description What is new, what is fixed and what stayed, page by page, beside the last completed job that looked at the same page before this one was begun. An audit of which anything was not run or failed in either, other than for want of a browser, is not compared, so that nothing counts as fixed that was not looked at.
         */
        get: operations["getPreflightComparison"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preflight/jobs/{job_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a preflight job
         * @description Ends a job that is in progress; what it had found stays. A job that has ended is left as it is.
         */
        post: operations["cancelPreflightJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preflight/jobs/{job_id}/fixes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries of fixes
         * @description What was delivered of the suggestions of the job, and what is being delivered, the newest first.
         */
        get: operations["listPreflightFixes"];
        put?: never;
        /**
         * Deliver fixes
         * @description Delivers chosen suggestions of a completed job to the fix endpoint of its site, in the background. Each of them must be in
         *     the result of the job, and have a suggestion (422 says which do not). A site without fix endpoint, and a job that is not
         *     completed, are 409.
         *
         *     Sites that are written by `cs`, `cs/crosswalk` or `ams` are sent a credential too, which the promise token stands for. It
         *     comes in `x-promise-token`, or is made of the caller’s own credential where that may make one; with neither it is 400
         *     `promise_token_missing`. Other sites, and those whose `preview_auth` is `none`, take no notice of the header.
         *
         *     With `precheck_only` everything of the request but the header is checked, what would be sent is answered (200), and nothing
         *     is sent or kept.
         */
        post: operations["createPreflightFixes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/preflight/jobs/{job_id}/fixes/{fix_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a delivery of fixes
         * @description What is delivered, and whether the fix endpoint of the site has taken it.
         */
        get: operations["getPreflightFixes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List samples
         * @description The samples of the domain, by id. Use it to find a sample by what it is (name, tag, digest) before a regression test is written for it.
         */
        get: operations["listSamples"];
        put?: never;
        /**
         * Upload a sample
         * @description Streams the body into the store. The same content twice answers 409 with the sample that has it. With `sha256` the content is checked before anything is kept. Needs no form: the body is the file. An empty body is 422. A file of a forbidden extension, by its name or by its first bytes, is 403 with the extension.
         */
        post: operations["createSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/samples/{sample_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a sample
         * @description One sample with its tags and how many active regression tests use it.
         */
        get: operations["getSample"];
        put?: never;
        post?: never;
        /**
         * Delete a sample
         * @description Deletes a sample and the files beside it. 409, with how many stand in the way, while regression tests are over it or runs planned it, whose manifests and results stay as they are. Bytes are removed within two days, unless something else has them.
         */
        delete: operations["deleteSample"];
        options?: never;
        head?: never;
        /**
         * Change a sample
         * @description Replaces the tags of a sample, or what was said of it when it was uploaded; what is not named stays. Tags that do not exist are made. 409 for what was said of a sample that did not come through the queue.
         */
        patch: operations["updateSample"];
        trace?: never;
    };
    "/api/v1/samples/{sample_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the results of a sample
         * @description What every test over the sample came to in every run that planned it, the newest run first, then by regression test. All filters apply at once and to the whole history, however long. `created_after` later than `created_before`, and a test over another sample, are refused.
         */
        get: operations["listSampleResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/samples/{sample_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a download address for a sample
         * @description A signed address that serves the sample’s bytes for ten minutes.
         */
        get: operations["getSampleDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/samples/{sample_id}/details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show everything about a sample
         * @description One sample with who uploaded it, what it was uploaded for, what media is in it, and the files beside it, the oldest first.
         */
        get: operations["getSampleDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/samples/{sample_id}/media-info/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a download address for the media info of a sample
         * @description A signed address that serves, for ten minutes, what `ffprobe` said of the sample, as JSON in its own words. 404 while there is none; `media_info_reason` of the details says why.
         */
        get: operations["getMediaInfoDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/samples/{sample_id}/extra-files/{extra_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a file beside a sample
         * @description The sample stays. The bytes of the file are removed within two days, unless something else has them.
         */
        delete: operations["deleteExtraFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/samples/{sample_id}/extra-files/{extra_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a download address for a file beside a sample
         * @description A signed address that serves the file’s bytes for ten minutes.
         */
        get: operations["getExtraFileDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/samples/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file to the queue
         * @description Streams the file of a form into the store, where it waits until it is made a sample (finalize), put beside one (link) or dropped. Content that a sample of the domain has, or that waits already, is 409 with its digest. A file of a forbidden extension, by its name or by its first bytes, is 403 with the extension. `createSample` does all in one step.
         */
        post: operations["createQueuedSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queued-samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List queued files
         * @description The caller’s files that wait to be made samples, the oldest first; to an administrator those of the whole domain.
         */
        get: operations["listQueuedSamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queued-samples/{queued_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a queued file
         * @description One file that waits. Another person’s is 404, but to an administrator of the domain.
         */
        get: operations["getQueuedSample"];
        put?: never;
        post?: never;
        /**
         * Drop a queued file
         * @description Takes a file out of the queue. Its bytes are removed within two days, unless something else has them.
         */
        delete: operations["deleteQueuedSample"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queued-samples/{queued_id}/finalize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a queued file a sample
         * @description The file leaves the queue and is a sample of the domain, which tells who uploaded it and what for. 409 when a sample has the content by now, or when the bytes are gone from the store; the file then stays queued.
         */
        post: operations["finalizeQueuedSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/queued-samples/{queued_id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a queued file beside a sample
         * @description The file leaves the queue and is an extra file of a sample, such as its captions in another form. 409 when the sample has that content or one hundred files already, or when the bytes are gone from the store; the file then stays queued.
         */
        post: operations["linkQueuedSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description The labels that the domain’s samples carry, by name. Use it to offer what `tag` of a list of samples can be.
         */
        get: operations["listTags"];
        put?: never;
        /**
         * Make a tag
         * @description Makes a label before any sample carries it, so that it has a description. An upload makes the labels it names by itself. The name is unique without regard to case (409).
         */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regression-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List regression tests
         * @description The regression tests of the domain, by id. Only active ones unless `active` says otherwise; `active=all` lists both.
         */
        get: operations["listRegressionTests"];
        put?: never;
        /**
         * Make a regression test
         * @description Makes a test over a sample. Inactive unless said otherwise. A command with unbalanced quotes, an output named twice, an unknown sample or category, and a file output of a test with output type `null` are refused (422). A test of input or output types that no live worker offers keeps its runs queued.
         */
        post: operations["createRegressionTest"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Activate or deactivate many tests
         * @description Sets whether future runs plan these tests; all of them or none. Ids that name no test of the domain are 422 and told in `unknown_ids`. To undo it, send `changed_ids` with the opposite. Runs that exist keep the manifest they froze.
         */
        patch: operations["updateRegressionTests"];
        trace?: never;
    };
    "/api/v1/regression-tests/{regression_test_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a regression test
         * @description One test with its expected outputs, baselines and variants.
         */
        get: operations["getRegressionTest"];
        put?: never;
        post?: never;
        /**
         * Delete a regression test
         * @description Only a test that no run ever planned can be deleted; otherwise 409 with how many runs hold it. Deactivate it instead.
         */
        delete: operations["deleteRegressionTest"];
        options?: never;
        head?: never;
        /**
         * Change a regression test
         * @description Changes what is named. Runs that exist keep the manifest they froze. A change of an expected exit code is on record among the test’s approvals, and undone as they are.
         */
        patch: operations["updateRegressionTest"];
        trace?: never;
    };
    "/api/v1/regression-tests/{regression_test_id}/outputs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare an expected output
         * @description Declares one more file that the test must produce in future runs, with its approved content where that is given. Runs that exist keep the manifest they froze. A name that the test cannot produce is 422; one that it has already, and a 21st output, are 409.
         */
        post: operations["createExpectedOutput"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an expected output
         * @description Only an output that no run ever planned can be deleted; otherwise 409 with how many runs hold it. Let it be ignored instead. What was approved for it stays on record.
         */
        delete: operations["deleteExpectedOutput"];
        options?: never;
        head?: never;
        /**
         * Change an expected output
         * @description Changes what is named, in future runs; runs that exist keep the manifest they froze. New content supersedes the baseline of its platform, or the one for every platform, and is recorded as an approval.
         */
        patch: operations["updateExpectedOutput"];
        trace?: never;
    };
    "/api/v1/regression-tests/{regression_test_id}/baseline-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was approved for a test
         * @description Every content that became a baseline of the test’s outputs, every variant that was accepted or withdrawn, and every expected exit code that was changed, newest first, whether it was approved from a run, given with the expected output, or changed by itself.
         */
        get: operations["listTestApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regression-tests/{regression_test_id}/output-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List when the outputs of a test changed
         * @description Every stretch of completed runs, of one repository, branch and platform, in which an output of the test had the same content and the test passed, or did not; the one that began last comes first. A test regressed, or was fixed, after `previous_run` and by `first_run`, as the explanation of a result tells too.
         */
        get: operations["listOutputChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a download address for a baseline
         * @description A signed address that serves for ten minutes what is approved for an expected output on every platform. 404 while nothing is.
         */
        get: operations["getBaselineDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a variant
         * @description Accepts a further content of an expected output in future runs. A content that no run of the test produced is 422; one that is accepted already, and a 101st variant, are 409. Runs that exist keep the manifest they froze. It is on record with the test’s approvals, and undone as they are.
         */
        post: operations["createVariant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}/variants/{variant_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a variant
         * @description Stops accepting a variant in future runs. Runs that exist keep the manifest they froze. It is on record with the test’s approvals, and undone as they are.
         */
        delete: operations["deleteVariant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/regression-tests/{regression_test_id}/outputs/{output_id}/variants/{variant_id}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a download address for a variant
         * @description A signed address that serves a further accepted content of an expected output for ten minutes.
         */
        get: operations["getVariantDownload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List categories
         * @description The categories that group the domain’s regression tests, by name. Use it to offer what `category` can be.
         */
        get: operations["listCategories"];
        put?: never;
        /**
         * Make a category
         * @description Makes a group for regression tests, so that a list of tests or results can be narrowed to it. The name is unique without regard to case (409).
         */
        post: operations["createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/{category_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a category
         * @description Only a category without regression tests can be deleted; otherwise 409 with how many are in it.
         */
        delete: operations["deleteCategory"];
        options?: never;
        head?: never;
        /**
         * Change a category
         * @description Changes what is named. The name is unique without regard to case (409).
         */
        patch: operations["updateCategory"];
        trace?: never;
    };
    "/api/v1/builds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List builds
         * @description The builds of the domain, newest first. Use it to see whether the build that a run needs is there, one per repository, commit and platform.
         */
        get: operations["listBuilds"];
        put?: never;
        /**
         * Upload a build
         * @description Streams the program under test into the store: one file for a commit and platform. Repeating it with the same bytes answers 200 with the build that is there; other bytes or another entry point for the same commit and platform answer 409. Builds of a registered repository are for the roles admin, contributor and tester (403). Any other repository is for the account whose linked GitHub login owns it, as in `createRun`, or is refused (422); 503 while GitHub cannot be asked. An empty body, or a template with unbalanced quotes or with `{command}` inside a larger word, is 422.
         */
        post: operations["createBuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/builds/{build_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a build
         * @description One build with its digest and how it is started. Use it to check what a run would execute before creating it.
         */
        get: operations["getBuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List runs
         * @description The runs of the domain. Every filter, the status included, is answered from stored columns. `created_after` later than `created_before` is refused.
         */
        get: operations["listRuns"];
        put?: never;
        /**
         * Create a run
         * @description Freezes the manifest (every planned test, every expected output with the baseline and variants accepted now) and queues the run. Runs of a registered repository are for the roles admin, contributor and tester (403). Any other repository is for the account, of whatever role, whose linked GitHub login owns it, while GitHub shows it to everybody. Another repository, a commit without a build, an unknown or inactive test, or a plan without any test answers 422 and stores nothing; 503 while GitHub cannot be asked. With `preflight_job_id` there is a run only if that preflight passed. It answers 409 while the preflight is in progress or when it did not pass, and 422 when there is none of this id, or its site belongs to another repository.
         */
        post: operations["createRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a run
         * @description One run with its counts and, while it waits, the reason.
         */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Summarise a run
         * @description The counts of a run against its frozen manifest.
         */
        get: operations["getRunSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what happened to a run
         * @description The run’s history, oldest first: queued, claimed, first result, lease lost, canceled, completed, restarted, re-evaluated.
         */
        get: operations["listRunProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what a run planned
         * @description The frozen plan: platform, branch, commit and the regression tests.
         */
        get: operations["getRunConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a run
         * @description Ends a queued or running run at once; its worker is told with its next heartbeat and its later writes are refused. A run that has ended is left as it is (`no_op`).
         */
        post: operations["cancelRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restart a run
         * @description Queues an ended run again with the same manifest. Its results are cleared, its history and log stay. A run that has not ended is left as it is (`no_op`). A preflight that it required is not asked for again.
         */
        post: operations["restartRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/reevaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Judge an ended run again
         * @description Judges what an ended run produced by the baselines and variants that are accepted now, in place of those that were when it was planned, and records it. Tests and outputs stay those of its manifest; what it has not produced stays missing. Repeating it changes nothing.
         */
        post: operations["reevaluateRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/outputs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the outputs of a run
         * @description Every declared output of the tests that have a result, by test and output, with what was produced and what was expected. The rows of a class are what a bulk approval of it would touch. Each can be sent to `approveBaselines` as it is seen here, and is refused there when it is no longer so.
         */
        get: operations["listRunOutputs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare a run with the main branch or its branch point
         * @description How each planned test came out beside the latest completed run, created before this one, of the repository’s default branch on the same platform, or beside the latest completed run of `base_commit_sha`. What is worst comes first. The verdict of the run stays absolute, since a comparison excuses no failure. A reference that is missing is `no_reference` for every test.
         */
        get: operations["listRunComparisons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a run
         * @description What came of a run in one bounded answer, made to be read first - counts, each kind of failure once with its first difference, and what may be done next. What does not fit is told in `omitted`, with where to read it.
         */
        get: operations["getRunExplanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/results/{regression_test_id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a result
         * @description Why one test of a run came out as it did, in one bounded answer - command and exit, the first lines that differ, where it broke on its branch and platform, what only this run wrote to the log, which results are alike, and what may be done next. Lines of the log are shown to tokens with `system:read`.
         */
        get: operations["getResultExplanation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the errors of a run
         * @description Everything that speaks against the run’s results, by regression test and output: commands that did not exit as expected, outputs that are missing, and outputs that differ from what is approved. One result may have several. Each is what was recorded with the result, and an approval takes away those that it settles.
         */
        get: operations["listRunErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/infrastructure-errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what went wrong around a run
         * @description What failed around the run’s tests rather than in them, oldest first, as it was recorded where it happened. Workers that were lost, failures that they told, work without a result, and stored bytes that are gone. A restart keeps what earlier attempts met. `include_stack` needs role admin or contributor.
         */
        get: operations["listInfrastructureErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/error-summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the errors of a run
         * @description The errors of `listRunErrors` in groups, the largest first. `severity` chooses which errors are counted.
         */
        get: operations["listRunErrorBuckets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the results of a run
         * @description One row for every planned regression test, reported or not, by id.
         */
        get: operations["listRunSamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/samples/{regression_test_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show one result of a run
         * @description One planned regression test with its verdict and outputs. The last part of the address is the id of a regression test.
         */
        get: operations["getRunSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/samples/{sample_id}/regression-tests/{regression_id}/outputs/{output_id}/expected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the expected content of an output
         * @description The baseline that the run froze. 404 when none was approved.
         */
        get: operations["getExpectedOutput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/samples/{sample_id}/regression-tests/{regression_id}/outputs/{output_id}/actual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what the test produced
         * @description The produced content; when it equals the baseline, 303 to the expected content. 404 with code `missing_output` when the test produced nothing.
         */
        get: operations["getActualOutput"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/samples/{sample_id}/regression-tests/{regression_id}/outputs/{output_id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how an output differs
         * @description Compares what the test produced with the baseline that the run froze. Files above 10 MiB are not compared (422).
         */
        get: operations["getOutputDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/samples/{sample_id}/baseline-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve one output as baseline
         * @description What the test produced in this ended run becomes the baseline of future runs, and this run is re-evaluated, both recorded. Other runs keep their verdicts. Repeating it is harmless.
         */
        post: operations["approveBaseline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/baseline-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the approvals made from a run
         * @description Who approved what from this run, newest first.
         */
        get: operations["listBaselineApprovals"];
        put?: never;
        /**
         * Approve many outputs in one step
         * @description All or none: what the tests produced in this ended run becomes the baseline of future runs, and this run is re-evaluated, recorded as one approval.
         */
        post: operations["approveBaselines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/baseline-approvals/{approval_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo an approval
         * @description The baselines that the approval replaced apply again, the variants that it withdrew are accepted again, and the run it was approved from expects what it expected before and is re-evaluated, all recorded as one undo. A variant that was accepted or withdrawn by itself is undone alike, and so are expected exit codes that were changed. Other runs keep their verdicts. What a later approval or change of the same variant or exit code stands on is 409, with the `approval_id` to undo first, and both contents where they are baselines; so is an approval whose run was restarted and has not ended. Repeating it is harmless.
         */
        post: operations["undoApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the artifacts of a run
         * @description What is stored of a run and was checked against its digest when it came. The build that it runs, then by test and output what was approved when it was planned and what was produced. There is no row for what never came, and none for its log, which is read as lines.
         */
        get: operations["listRunArtifacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a run’s log
         * @description Lines in order from `cursor`, while the run goes on as well. 404 with code `log_not_found` while there is no line.
         */
        get: operations["listRunLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/log-stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a run’s log
         * @description Server-sent events, from `cursor` on and while the run goes on. Each `line` has the number of the line as its id and a `LogLine` in JSON as its data. `end` comes last, when the run has ended and every line was sent, and holds its `status` and the `next_line`. A stream that ends without it goes on after the id in `Last-Event-ID`, with no line lost or sent again; filters are those of `listRunLogs`. Comments keep a quiet stream open. A token may have 32 streams open, and its end ends them.
         */
        get: operations["followRunLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run_id}/samples/{sample_id}/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a run’s log tells of a sample
         * @description The lines of the run’s log that are about its tests over the sample, with the numbers they have in the run’s log, in order from `cursor`. A page may be empty and still say where to go on. 404 while the run has no line at all, then with code `log_not_found`, and when it plans no test over the sample.
         */
        get: operations["listRunSampleLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the queue
         * @description The queued and running runs of the domain, each with the reason why it waits.
         */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what is installed
         * @description Which version of the server this is, of which commit, and what the caller’s domain tested last and knows as the latest release of a tool under test.
         */
        get: operations["getAbout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/blocked-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List blocked GitHub users
         * @description The GitHub accounts whose own repositories are not run in the caller’s domain, by their number.
         */
        get: operations["listBlockedUsers"];
        put?: never;
        /**
         * Block a GitHub user
         * @description From now on whoever is linked to this GitHub account builds and runs no repository of its own in the caller’s domain; what the role allows in registered ones stays. The account is named by its number, which a renamed account keeps. An account that is blocked already is refused with 409.
         */
        post: operations["createBlockedUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/blocked-users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unblock a GitHub user
         * @description Lets a GitHub account build and run its own repositories in the caller’s domain again.
         */
        delete: operations["deleteBlockedUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/maintenance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show maintenance
         * @description Every platform, and whether its runs are held back.
         */
        get: operations["getMaintenance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/maintenance/{platform}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Begin or end maintenance
         * @description Holds back the runs of a platform, or lets them go on. Once this has answered, no worker is given a run of a disabled platform; runs that are running go on to their end, new ones are queued. For operators.
         */
        patch: operations["updateMaintenance"];
        trace?: never;
    };
    "/api/v1/system/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Preview what retention deletes
         * @description The runs of the caller’s domain that ended longer ago than the installation keeps them, the oldest first, with what holds those that stay. A run that is due goes within the hour, with its results, logs and events, and the bytes that nothing else refers to a day later. Samples, builds, baselines, variants and approvals stay. Where nothing is configured, everything is kept and the list is empty; `days` shows what would go.
         */
        get: operations["listRetentionRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/deprecations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who still uses what is deprecated
         * @description Who in the caller’s domain used which deprecated input or operation, by item, token and client; `items` tells of each item whether it can be removed. An item is safe to remove when the domain has not used it for `days` days, and uses have been recorded for as long. Requests count whatever they were answered, once it is known whose token they came with. A use is shown some seconds after it, and forgotten after 400 days without another.
         */
        get: operations["listDeprecations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/forbidden-extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List forbidden extensions
         * @description The types of files that no domain of this installation takes as samples, by their extensions, in alphabetical order.
         */
        get: operations["listForbiddenExtensions"];
        put?: never;
        /**
         * Forbid an extension
         * @description Uploads of samples that begin once this has answered are refused (403) when their name ends in the extension, in any case, and when their first bytes are those of a type that the extension stands for, whatever their name says. What is stored stays. For operators. An extension is forbidden once (409).
         */
        post: operations["createForbiddenExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/forbidden-extensions/{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Allow an extension again
         * @description Takes an extension off the list, so that samples of its type are taken from now on. For operators.
         */
        delete: operations["deleteForbiddenExtension"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check health
         * @description Asks each dependency now. 503 with the same shape when one is down.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system/contract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how the contract is kept
         * @description For each operation, the statuses that this description promises and how often this process has answered with each since it started, and what it withheld because the description does not allow it. Other replicas count for themselves.
         */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the error codes
         * @description Every code that a failure of this server can have, with its status, meaning and what to do about it.
         */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain an error code
         * @description The reference entry that `type` of a problem points to: what the code means and what to do about it.
         */
        get: operations["getProblem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/changelog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what changed in this API
         * @description Every version of this description, the newest first, with what it changed for clients. The version that this server serves is the first; `released_on` is null while it is not released. The same list is what `Link` points to when an answer announces a deprecation.
         */
        get: operations["getChangelog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that the process answers
         * @description Answers while the process does, without touching the database. For a supervisor that restarts what hangs; whether requests can be served is told by `/readyz`.
         */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that requests can be served
         * @description Checks database, migrations and blob store; 503 with the same shape when one fails or the server is stopping.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read metrics
         * @description Counters and timings in the Prometheus text format. No label holds anything a client sent.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this description
         * @description The OpenAPI document that every request and answer is checked against, as it is in the source tree.
         */
        get: operations["getDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this description as JSON
         * @description The same OpenAPI document as `/openapi.yaml`, for programs that read JSON. Its ETag is its own.
         */
        get: operations["getDescriptionAsJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/api-catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the catalog of APIs
         * @description Where to find this description, its documentation and the state of the server, as a linkset (RFC 9264) at the well-known address of RFC 9727.
         */
        get: operations["getApiCatalog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/llms.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a guide for agents
         * @description In one page of Markdown, what this server is, where its description is, how to get a token, and the operations that a program needs first.
         */
        get: operations["getAgentGuide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/badge/{domain}/{repository_owner}/{repository_name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a status badge
         * @description A picture for a page about the repository. It says how the latest run of the branch ended on each platform, and the worst of them where no platform is named. Only runs of every active test count, and no run of a pull request or one that was canceled; where none has ended it says `unknown`. A repository whose badge is not public is like one that does not exist.
         */
        get: operations["getStatusBadge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{domain}/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a form
         * @description Makes a session of a token that another page hands over in a form, or of e-mail and password, and sends the browser to the dashboard. `X-Auth-Token` decides before the form, an application credential and Basic where the form shows nothing. What all of them lack, and a form that is larger than 16,384 bytes or none at all, is answered as a credential that is not valid. The session that the browser had ends. A page of another origin may send the form only where the installation allows that origin. A session of the global region is made of a token alone, may only read, and ends as soon as that region calls the token ended.
         */
        post: operations["createSession"];
        /**
         * Sign out
         * @description Ends the session that the cookie holds, at once and everywhere. A token in `X-Auth-Token` has no session; then nothing ends.
         */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{domain}/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the sign-in page
         * @description A page with a form for e-mail and password, which needs nothing from elsewhere. For people; programs take a token.
         */
        get: operations["getSignInPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{domain}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the dashboard
         * @description A page for people: how runs of the domain ended day by day, what is queued and who works on it, the latest runs, the latest failures and, for whoever may read results, the latest preflight jobs. Whoever shows no credential and wants HTML is sent to the sign-in page. A token in the address is taken, is answered with a session and with the address without it, and is deprecated.
         */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{domain}/preflight/{job_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a preflight job
         * @description A page for people: how far a preflight job is, its pages, their audits and what these found, and what changed since the job before it. While the job is in progress the page keeps itself up to date. Credentials are taken, and who shows none is answered, as by the dashboard.
         */
        get: operations["getPreflightPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to a dashboard
         * @description Sends a browser to the dashboard of the domain that its Basic user name ends with, and else to that of `default`. Whose name that is, the dashboard judges.
         */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to a dashboard by its old address
         * @description Does what `GET /` does, for links that name no domain.
         */
        get: operations["getGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go to the dashboard of a domain
         * @description Sends a browser to the dashboard of the domain, and nothing of the address with it. A token in the address, which is deprecated, becomes a session. Who shows nothing is sent there as well; who shows what is not valid is told so.
         */
        get: operations["getDomainHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the documentation
         * @description Guides, every operation with samples, and every error code, as one page that needs nothing from elsewhere. For people; programs read `/openapi.yaml`.
         */
        get: operations["getDocumentation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download stored bytes
         * @description Serves one stored object to whoever holds a signed address, which other operations give as `download_url`. Always an attachment of octets. One range of bytes may be asked for.
         */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List workers
         * @description Every enrolled worker, when it was last seen and what it offers. For operators.
         */
        get: operations["listWorkers"];
        put?: never;
        /**
         * Enrol a worker
         * @description Answers with the worker’s token, shown this once. It opens the worker operations and nothing else. For operators.
         */
        post: operations["createWorker"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/{worker_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a worker
         * @description Ends the worker’s token and its leases; its runs are queued again. Repeating it is harmless. For operators.
         */
        delete: operations["revokeWorker"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim a run
         * @description Waits up to `wait_ms` for a queued run that this worker can execute and leases it to the worker. Each run is given to one worker at a time.
         */
        post: operations["claimRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker/leases/{lease_id}/heartbeats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renew a lease
         * @description Renews the lease by the server’s clock. 409 `lease_lost` when it is no longer held: stop the work.
         */
        post: operations["createHeartbeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker/leases/{lease_id}/outputs/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Store an output’s bytes
         * @description Stores content under its digest. Repeating it is harmless. Content that does not have the digest is refused (422).
         */
        put: operations["putLeaseOutput"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker/leases/{lease_id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record results
         * @description Records and judges up to 1,000 results in one transaction. A test that has a result keeps it, so a repeat is harmless. A test that the run did not plan, an output the test does not declare, or bytes that were not stored answer 422 and record nothing.
         */
        post: operations["recordResults"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker/leases/{lease_id}/log-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Append log lines
         * @description Appends lines of this lease. Lines that are there already are left as they are, so a repeat is harmless; a gap answers 422 with `details.next_line`.
         */
        post: operations["appendLogLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker/leases/{lease_id}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a lease
         * @description Ends the run: its verdict is computed from its manifest and stored. Repeating it with the same lease answers the same.
         */
        post: operations["completeLease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker/leases/{lease_id}/samples/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch a sample of the plan
         * @description The bytes of a sample that the leased run planned; any other digest answers 404.
         */
        get: operations["getLeaseSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worker/leases/{lease_id}/build": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Fetch the build of the plan
         * @description The bytes of the build that the leased run executes.
         */
        get: operations["getLeaseBuild"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description What went wrong, for programs. Each has one status, a meaning and a way out (`x-codes`). More codes may come; treat one that you do not know by its status.
         * @example validation_error
         * @enum {string}
         */
        ErrorCode: "validation_error" | "invalid_json" | "bad_request" | "invalid_link" | "promise_token_invalid" | "unauthorized" | "invalid_credentials" | "forbidden" | "not_found" | "log_not_found" | "missing_output" | "method_not_allowed" | "not_acceptable" | "conflict" | "lease_lost" | "payload_too_large" | "unsupported_media_type" | "range_not_satisfiable" | "unprocessable" | "idempotency_key_reused" | "rate_limited" | "internal_error" | "contract_violation" | "unavailable" | "request_timeout" | "uri_too_long" | "expectation_failed" | "headers_too_large" | "not_implemented" | "promise_token_missing" | "site_unclear" | "preflight_in_progress" | "preflight_not_passed";
        /**
         * @description For bad input: what is wrong, by the path of the field.
         * @example {
         *       "query.limit": [
         *         "must be <= 100"
         *       ]
         *     }
         */
        ErrorFields: {
            [key: string]: string[];
        };
        /** @description Facts about the failure; which ones depends on the code. */
        ErrorDetails: {
            /**
             * @description The request this answers.
             * @example 0b9cbe5c-4a3e-4d2e-9a63-6f1f1f0f3a11
             */
            request_id: string;
            fields?: components["schemas"]["ErrorFields"];
            /**
             * Format: int32
             * @description Seconds to wait before trying again.
             * @example 30
             */
            retry_after?: number;
            /**
             * Format: int32
             * @description Requests allowed in the window.
             * @example 120
             */
            limit?: number;
            /**
             * @description How long the window is.
             * @example 60s
             */
            window?: string;
            /**
             * @description The methods this address has.
             * @example GET, HEAD, OPTIONS
             */
            allow?: string;
            /** @description Media types to choose from. */
            available?: string[];
            /**
             * Format: int64
             * @description The most bytes that are taken.
             * @example 262144
             */
            bytes_max?: number;
            /**
             * Format: int64
             * @description Bytes of the whole content.
             * @example 38
             */
            size_bytes?: number;
            /** @description Every scope that is needed. */
            required_scopes?: components["schemas"]["Scope"][];
            /** @description Those that the token lacks. */
            missing_scopes?: components["schemas"]["Scope"][];
            /** @description Those that the token has. */
            token_scopes?: components["schemas"]["Scope"][];
            /** @description Roles of which one is needed. */
            required_roles?: components["schemas"]["Role"][];
            user_role?: components["schemas"]["Role"];
            /**
             * @description The forbidden extension, in lower case and without a dot.
             * @example exe
             */
            extension?: string;
            platform?: components["schemas"]["Platform"];
            /** @description The platforms that are refused. */
            platforms?: components["schemas"]["Platform"][];
            status?: components["schemas"]["RunStatus"];
            /**
             * @description The repository that is refused.
             * @example video/extractor
             */
            repository?: string;
            /**
             * @description The word of the command line that is refused.
             * @example {command}
             */
            word?: string;
            /** @description The categories that do not exist. */
            categories?: string[];
            /** @description The names that are refused. */
            expected_filenames?: string[];
            /**
             * @description SHA-256 that the request gives.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            expected?: string;
            /**
             * @description SHA-256 of the content that there is.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            actual?: string;
            /**
             * @description SHA-256 of the content in question.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256?: string;
            /**
             * @description The host that another site has.
             * @example www.garden.example.org
             */
            host?: string;
            /**
             * Format: int32
             * @description The site in question.
             * @example 1
             */
            site_id?: number;
            /**
             * Format: int32
             * @description The repository that is refused.
             * @example 1
             */
            repository_id?: number;
            /**
             * Format: int32
             * @description The approval that stands on top.
             * @example 4
             */
            approval_id?: number;
            /**
             * Format: int32
             * @description The build that is there already.
             * @example 4
             */
            build_id?: number;
            /**
             * Format: int32
             * @description The sample in question.
             * @example 3
             */
            sample_id?: number;
            /**
             * Format: int32
             * @description The queued file in question.
             * @example 6
             */
            queued_id?: number;
            /**
             * Format: int32
             * @description The regression test in question.
             * @example 5
             */
            regression_test_id?: number;
            /**
             * Format: int32
             * @description The expected output in question.
             * @example 9
             */
            output_id?: number;
            /**
             * Format: int32
             * @description How many regression tests stand in the way.
             * @example 9
             */
            test_count?: number;
            /**
             * Format: int32
             * @description Runs that stand in the way.
             * @example 2
             */
            run_count?: number;
            /**
             * Format: int32
             * @description Tests that the run would plan.
             * @example 501
             */
            planned_count?: number;
            /**
             * Format: int32
             * @description The most outputs of one test.
             * @example 20
             */
            outputs_max?: number;
            /**
             * Format: int32
             * @description The most variants of one output.
             * @example 100
             */
            variants_max?: number;
            /**
             * Format: int32
             * @description The number that the next line must have.
             * @example 2
             */
            next_line?: number;
            /** @description Ids of nothing. */
            unknown_ids?: number[];
            /** @description Ids of inactive regression tests. */
            inactive_ids?: number[];
            /** @description Ids of regression tests that the run did not plan. */
            unplanned_ids?: number[];
            /** @description Ids of outputs that the test does not declare. */
            undeclared_ids?: number[];
            /**
             * @description The header that is missing.
             * @example x-promise-token
             */
            header?: string;
            /**
             * @description What stood in the way.
             * @example timed_out
             */
            why?: string;
            preflight?: components["schemas"]["RequiredPreflight"];
        };
        /** @description Where the preflight stands that a run requires. */
        RequiredPreflight: {
            status: components["schemas"]["PreflightStatus"];
            /**
             * @description What came of it, as in `PreflightVerdict`; `null` unless it is completed.
             * @example incomplete
             * @enum {string|null}
             */
            verdict: "fail" | "incomplete" | null;
            /**
             * @description Where it is asked for.
             * @example https://spci.example.org/api/v1/preflight/jobs/550e8400-e29b-41d4-a716-446655440000
             */
            poll_url?: string;
        };
        /** @description Every failure, whatever its status, has this shape. */
        Error: {
            code: components["schemas"]["ErrorCode"];
            /**
             * @description What went wrong, for people.
             * @example The request does not fit the description.
             */
            message: string;
            details: components["schemas"]["ErrorDetails"];
        };
        /** @description The same failure as an RFC 9457 problem, for clients that prefer `application/problem+json`. */
        Problem: {
            /**
             * Format: uri
             * @description Address of the code’s reference entry on this server.
             * @example https://spci.example.org/api/v1/problems/validation_error
             */
            type: string;
            /**
             * @description The kind of failure, the same every time.
             * @example Request does not fit the description
             */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             * @example 400
             */
            status: number;
            /**
             * @description What went wrong this time, for people.
             * @example The request does not fit the description.
             */
            detail: string;
            /**
             * Format: uri
             * @description Identifies this failure; the part after `#` is the request id.
             * @example https://spci.example.org/api/v1/problems/validation_error#0b9cbe5c-4a3e-4d2e-9a63-6f1f1f0f3a11
             */
            instance: string;
            code: components["schemas"]["ErrorCode"];
            details: components["schemas"]["ErrorDetails"];
        };
        /** @description What one error code means. */
        ProblemType: {
            /**
             * Format: uri
             * @description The address of this entry, as problems name it.
             * @example https://spci.example.org/api/v1/problems/not_found
             */
            type: string;
            code: components["schemas"]["ErrorCode"];
            /**
             * Format: int32
             * @description The one HTTP status that goes with the code.
             * @example 404
             */
            status: number;
            /**
             * @description The kind of failure.
             * @example No such resource or address
             */
            title: string;
            /**
             * @description When it happens.
             * @example The address is not one of this server, or what it names does not exist or belongs to another domain.
             */
            description: string;
            /**
             * @description What a client should do.
             * @example Check address and ids against this description and the lists that give ids.
             */
            action: string;
        };
        /** @description One page of error codes. */
        ProblemTypePage: {
            /** @description The codes of this page. */
            data: components["schemas"]["ProblemType"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description An OpenAPI document; its own specification says what it holds. */
        OpenApiDocument: {
            /**
             * @description Version of OpenAPI.
             * @example 3.1.0
             */
            openapi: string;
            info: components["schemas"]["OpenApiPart"];
            paths: components["schemas"]["OpenApiPart"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A part of an OpenAPI document, in the words of OpenAPI.
         * @example {
         *       "title": "SPCI",
         *       "version": "0.1.0"
         *     }
         */
        OpenApiPart: {
            [key: string]: unknown;
        };
        /** @description One link. */
        LinkTarget: {
            /**
             * Format: uri
             * @description Where it leads.
             * @example https://spci.example.org/openapi.json
             */
            href: string;
            /**
             * @description Media type of what is there.
             * @example application/json
             */
            type: string;
        };
        /** @description The links of one API. */
        LinkContext: {
            /**
             * Format: uri
             * @description The API.
             * @example https://spci.example.org/api/v1
             */
            anchor: string;
            /** @description Its description for programs. */
            "service-desc": components["schemas"]["LinkTarget"][];
            /** @description Its documentation for people. */
            "service-doc": components["schemas"]["LinkTarget"][];
            /** @description The state of its server. */
            status: components["schemas"]["LinkTarget"][];
        };
        /** @description The APIs of this server and their links. */
        Linkset: {
            /** @description One entry for each API. */
            linkset: components["schemas"]["LinkContext"][];
        };
        /** @description How often one status was answered. */
        StatusCount: {
            /**
             * Format: int32
             * @description The HTTP status.
             * @example 200
             */
            status: number;
            /**
             * Format: int64
             * @description Answers with it since the process started.
             * @example 17
             */
            seen_count: number;
        };
        /** @description What one operation promises and what was seen of it. */
        OperationCounts: {
            /**
             * @description The operation, by its id in this description.
             * @example getRun
             */
            operation_id: string;
            /**
             * @description Its method.
             * @example GET
             * @enum {string}
             */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            /**
             * @description Its path, with the names of its parameters.
             * @example /api/v1/runs/{run_id}
             */
            path: string;
            /** @description Every status that is promised, seen or not. */
            statuses: components["schemas"]["StatusCount"][];
        };
        /** @description An answer that was withheld. It holds nothing of a request or of the answer. */
        ContractViolation: {
            /**
             * Format: date-time
             * @description When it was withheld.
             * @example 2026-11-22T10:05:00Z
             */
            happened_at: string;
            /**
             * @description The operation that made it; `none` where none was found.
             * @example getRun
             */
            operation_id: string;
            /**
             * Format: int32
             * @description The status it would have had.
             * @example 200
             */
            status: number;
            /**
             * @description Which words of this description it breaks.
             * @example body #/components/schemas/Run/additionalProperties must NOT have additional properties
             */
            fault: string;
        };
        /** @description How one process has kept this description. */
        ContractReport: {
            /**
             * @description Whose counts these are. They are those of the process that answers and begin anew when it starts.
             * @example process
             * @enum {string}
             */
            counted_by: "process";
            /**
             * Format: date-time
             * @description When it started.
             * @example 2026-11-22T10:00:00Z
             */
            process_started_at: string;
            /**
             * @description Version of this description.
             * @example 0.2.0
             */
            description_version: string;
            /**
             * @description The same as `Spec-Digest`.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            description_digest: string;
            /**
             * Format: int64
             * @description Answers withheld because this description does not allow them.
             * @example 0
             */
            violation_count: number;
            last_violation?: components["schemas"]["ContractViolation"];
            /** @description Every operation, in the order of this description. */
            operations: components["schemas"]["OperationCounts"][];
            /** @description Answers to what named no operation, and refusals of what was no request. */
            elsewhere: components["schemas"]["StatusCount"][];
        };
        /** @description Where this page lies in the whole list. */
        Pagination: {
            /**
             * Format: int32
             * @description Rows asked for.
             * @example 50
             */
            limit: number;
            /**
             * Format: int32
             * @description Rows before this page.
             * @example 0
             */
            offset: number;
            /**
             * Format: int32
             * @description Rows in the whole list.
             * @example 1
             */
            total: number;
            /**
             * Format: int32
             * @description Offset of the next page; null on the last.
             * @example null
             */
            next_offset: number | null;
            /**
             * @description Whether rows were left out of `total`; always false here, since totals are exact.
             * @example false
             */
            truncated: boolean;
        };
        /**
         * @description One permission of a token.
         * @example runs:read
         * @enum {string}
         */
        Scope: "runs:read" | "runs:write" | "results:read" | "baselines:write" | "system:read" | "system:write" | "tokens:manage";
        /**
         * @description What an account may do in its domain.
         * @example contributor
         * @enum {string}
         */
        Role: "admin" | "contributor" | "tester" | "user";
        /**
         * @description The kind of machine a run targets.
         * @example linux
         * @enum {string}
         */
        Platform: "linux" | "windows";
        /**
         * @description How a sample reaches the program.
         * @example file
         * @enum {string}
         */
        InputType: "file" | "stdin" | "udp";
        /**
         * @description How the program gives its output.
         * @example file
         * @enum {string}
         */
        OutputType: "file" | "null" | "stdout" | "tcp" | "cea708" | "multiprogram" | "report";
        /**
         * @description Once a run has ended, the first that applies: `canceled`; `error` (ended by infrastructure, or no result at all); `fail`; `incomplete` (a planned test has no result, or was skipped); `pass`.
         * @example pass
         * @enum {string}
         */
        RunStatus: "queued" | "running" | "pass" | "fail" | "canceled" | "incomplete" | "error";
        /**
         * @description The verdict on one regression test in one run. `running` is kept for clients of the reference API and never answered.
         * @example pass
         * @enum {string}
         */
        ResultStatus: "not_started" | "running" | "pass" | "fail" | "missing_output" | "skipped";
        /**
         * @description How an output differs from its baseline, the most specific that applies. `not_compared` is an output too large to classify.
         * @example identical
         * @enum {string}
         */
        DifferenceClass: "identical" | "variant" | "missing_actual" | "missing_expected" | "empty" | "byte_order_mark" | "line_endings" | "trailing_space" | "time_shift" | "lines_added" | "lines_removed" | "lines_changed" | "binary" | "not_compared";
        /** @description The first administrator of a new installation. */
        SetupRequest: {
            /**
             * @description The one-time token that the server printed at its first start.
             * @example spcs_0123456789012345678901234567890123456789
             */
            setup_token: string;
            /**
             * @description Display name.
             * @example Ada
             */
            name: string;
            /**
             * Format: email
             * @description E-mail address.
             * @example ada@example.org
             */
            email: string;
            /**
             * Format: password
             * @description Password of 10 to 500 characters and at most 1,024 bytes, not on the list of common ones.
             * @example seven lanterns on a quiet shore
             */
            password: string;
        };
        /** @description An account. */
        PlatformUser: {
            /**
             * Format: int32
             * @description Account.
             * @example 1
             */
            user_id: number;
            /**
             * @description Display name.
             * @example Ada
             */
            name: string;
            /**
             * Format: email
             * @description E-mail address.
             * @example ada@example.org
             */
            email: string;
            role: components["schemas"]["Role"];
            /**
             * @description Whether the account rules what the installation shares: domains, platforms, workers.
             * @example true
             */
            operator: boolean;
            /**
             * @description Whether every write is refused.
             * @example false
             */
            read_only: boolean;
            /**
             * @description Whether the account can be used.
             * @example true
             */
            active: boolean;
            /**
             * @description Whether a GitHub login is linked.
             * @example false
             */
            github_linked: boolean;
            /**
             * @description The linked GitHub login as it was called when it was linked; `null` without one.
             * @example null
             */
            github_login: string | null;
            /**
             * Format: date-time
             * @description When the account was made.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description What to change; what is not named stays. */
        UserUpdateRequest: {
            role?: components["schemas"]["Role"];
            /**
             * @description Whether every write is refused.
             * @example false
             */
            read_only?: boolean;
            /**
             * @description Whether the account can be used.
             * @example true
             */
            active?: boolean;
        };
        /** @description What to change; what is not named stays. */
        AccountUpdateRequest: {
            /**
             * @description Display name, unique in the domain.
             * @example Ada
             */
            name?: string;
            /**
             * Format: email
             * @description E-mail address, unique in the installation. Needs `current_password`.
             * @example ada@example.org
             */
            email?: string;
            /**
             * Format: password
             * @description Password of 10 to 500 characters and at most 1,024 bytes, not on the list of common ones. Needs `current_password`.
             * @example nine herons over a wide river
             */
            new_password?: string;
            /**
             * Format: password
             * @description The password until now; it changes nothing by itself.
             * @example seven lanterns on a quiet shore
             */
            current_password?: string;
        };
        /** @description Who asks for an account. */
        SignupRequest: {
            /**
             * Format: email
             * @description E-mail address.
             * @example ada@example.org
             */
            email: string;
        };
        /** @description Whose password is to be set. */
        PasswordResetRequest: {
            /**
             * Format: email
             * @description E-mail address.
             * @example ada@example.org
             */
            email: string;
        };
        /** @description What was done about a mail, as far as a stranger is told. */
        MailAnswer: {
            /**
             * @description Always true, whoever has the address.
             * @example true
             */
            sent: boolean;
        };
        /** @description What was done about a mail to an account. */
        UserMail: {
            /**
             * Format: int32
             * @description Account.
             * @example 2
             */
            user_id: number;
            /**
             * @description False when the address was sent as many mails as the limit of the class `mail` allows; those before still work.
             * @example true
             */
            sent: boolean;
        };
        /** @description What the mail gave, and the new password. */
        PasswordResetCompletion: {
            /**
             * Format: int32
             * @description Account, or the one that is to be.
             * @example 2
             */
            user_id: number;
            /**
             * Format: int64
             * @description When the mail ends to work, in seconds since 1970.
             * @example 1795428000
             */
            expires: number;
            /**
             * @description The message authentication code of the mail.
             * @example 0Yk5i6uHZl1V0ZL0Pz1tQbS2cSx3b3zJ5lqH1e8mO2w
             */
            mac: string;
            /**
             * Format: password
             * @description Password of 10 to 500 characters and at most 1,024 bytes, not on the list of common ones.
             * @example nine herons over a wide river
             */
            password: string;
        };
        /** @description Whose password was set. */
        PasswordResetResult: {
            /**
             * Format: int32
             * @description Account.
             * @example 2
             */
            user_id: number;
            /**
             * @description Always true.
             * @example true
             */
            password_changed: boolean;
        };
        /** @description Whether an account is linked to a GitHub login, and to which. */
        GithubLink: {
            /**
             * @description Whether there is a link.
             * @example true
             */
            linked: boolean;
            /**
             * @description The login as it was called when it was linked; `null` without a link.
             * @example octocat
             */
            github_login: string | null;
        };
        /** @description Where files are sent by FTP, and with which login. */
        FtpCredentials: {
            /**
             * @description Name or address of the FTP server.
             * @example spci.example.org
             */
            host: string;
            /**
             * Format: int32
             * @description Port of the FTP server.
             * @example 2121
             */
            port: number;
            /**
             * @description User name of the account at the FTP server.
             * @example ftp-6f1ed002ab5595859014
             */
            username: string;
            /**
             * Format: password
             * @description Password that belongs to the user name. It is good for FTP alone.
             * @example n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg
             */
            password: string;
        };
        /** @description The link of an account, and where another one is made. */
        GithubLinkOffer: {
            /**
             * @description Whether there is a link.
             * @example true
             */
            linked: boolean;
            /**
             * @description The login as it was called when it was linked; `null` without a link.
             * @example octocat
             */
            github_login: string | null;
            /**
             * Format: uri
             * @description Where the owner of the account goes in a browser to link a login. For nobody else, and for ten minutes.
             * @example https://github.com/login/oauth/authorize?client_id=Iv1.8a61f9b3a7aba766
             */
            authorize_url: string;
        };
        /** @description What the page after GitHub gave. */
        GithubLinkCompletion: {
            /**
             * @description Which login is to be linked to which account, signed by this server.
             * @example 1.0.1795428000.583231.octocat.c2lnbmF0dXJl
             */
            confirmation: string;
        };
        /** @description What became of an account. */
        UserDeactivation: {
            /**
             * Format: int32
             * @description Account.
             * @example 2
             */
            user_id: number;
            /**
             * @description True: it cannot be used any more.
             * @example true
             */
            deactivated: boolean;
            /**
             * Format: int32
             * @description How many live tokens it had.
             * @example 1
             */
            tokens_revoked: number;
        };
        /** @description The account behind the credential, and what the credential allows. */
        CurrentUser: {
            /**
             * Format: int32
             * @description Account.
             * @example 1
             */
            user_id: number;
            /**
             * @description Display name.
             * @example Ada
             */
            name: string;
            /**
             * Format: email
             * @description E-mail address.
             * @example ada@example.org
             */
            email: string;
            role: components["schemas"]["Role"];
            /** @description What this credential allows now. */
            scopes: components["schemas"]["Scope"][];
            /**
             * @description Domain the account belongs to.
             * @example default
             */
            domain: string;
            /**
             * @description Whether the account is an operator of the installation.
             * @example true
             */
            operator: boolean;
        };
        /** @description A new account in the caller’s domain. */
        UserCreateRequest: {
            /**
             * @description Display name, unique in the domain.
             * @example Grace
             */
            name: string;
            /**
             * Format: email
             * @description E-mail address, unique in the installation.
             * @example grace@example.org
             */
            email: string;
            /**
             * Format: password
             * @description Password of 10 to 500 characters and at most 1,024 bytes, not on the list of common ones.
             * @example seven lanterns on a quiet shore
             */
            password: string;
            role: components["schemas"]["Role"];
        };
        /** @description Accounts, by id. */
        PlatformUserPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["PlatformUser"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A token, or e-mail and password; the first of them that is there decides. */
        SessionForm: {
            /**
             * @description A token.
             * @example spci_9fQ2r…
             */
            "x-auth-token"?: string;
            /**
             * @description E-mail address of the account.
             * @example ada@example.org
             */
            email?: string;
            /**
             * Format: password
             * @description Password of the account.
             * @example seven lanterns on a quiet shore
             */
            password?: string;
        };
        /** @description A password login that mints a token. */
        TokenCreateRequest: {
            /**
             * Format: email
             * @description E-mail address.
             * @example ada@example.org
             */
            email: string;
            /**
             * Format: password
             * @description The account’s password, 1 to 1,024 bytes.
             * @example seven lanterns on a quiet shore
             */
            password: string;
            /**
             * @description Name of the token, unique among the owner’s live tokens.
             * @example pipeline
             */
            token_name: string;
            /**
             * Format: int32
             * @description Lifetime in days.
             * @default 7
             * @example 7
             */
            expires_in_days?: number;
            /**
             * @description What the token may do; never more than the account’s role allows.
             * @default [
             *       "runs:read",
             *       "results:read"
             *     ]
             */
            scopes?: components["schemas"]["Scope"][];
        };
        /** @description A token made from the one in use. */
        ChildTokenCreateRequest: {
            /**
             * @description Name of the token, unique among the owner’s live tokens.
             * @example pipeline-job
             */
            token_name: string;
            /**
             * Format: int32
             * @description Lifetime in minutes; it ends with its parent where this is absent or would be longer.
             * @example 60
             */
            expires_in_minutes?: number;
            /** @description What the token may do, no more than the token in use; all of that where this is absent. */
            scopes?: components["schemas"]["Scope"][];
            /**
             * @description The one repository that it reaches; that of the token in use where this is absent.
             * @example video/extractor
             */
            repository?: string;
            /**
             * Format: int32
             * @description The one run that it reaches; that of the token in use where this is absent.
             * @example 12
             */
            run_id?: number;
            /**
             * Format: int32
             * @description How many requests it may make. A token in use whose calls are counted gives these of its own, and must.
             * @example 500
             */
            max_calls?: number;
        };
        /** @description A token without scopes, shown this once. */
        LegacyToken: {
            /**
             * Format: int32
             * @description Token.
             * @example 11
             */
            token_id: number;
            /**
             * Format: int32
             * @description Whose it is.
             * @example 2
             */
            user_id: number;
            /**
             * @description The token itself. It cannot be shown again.
             * @example spco_0123456789abcdefghijABCDEFGHIJ0123456789abcdef
             */
            token: string;
            /**
             * @description How to send it.
             * @example bearer
             * @enum {string}
             */
            token_type: "bearer";
            /**
             * Format: date-time
             * @description When the token ends.
             * @example 2027-11-29T10:00:00Z
             */
            expires_at: string;
        };
        /** @description How a token is rotated. */
        TokenRotationRequest: {
            /**
             * Format: int32
             * @description Lifetime of the new token in days; it ends when the old one would have where this is absent.
             * @example 30
             */
            expires_in_days?: number;
            /**
             * Format: int32
             * @description How long the old token still holds, never longer than it would have.
             * @default 0
             * @example 300
             */
            grace_seconds?: number;
        };
        /** @description The token that is asked about. */
        TokenIntrospectionForm: {
            /**
             * @description The token, whatever it is.
             * @example spci_9fQ2r…
             */
            token: string;
            /**
             * @description What the caller takes it for; changes nothing.
             * @example access_token
             */
            token_type_hint?: string;
        };
        /** @description What a token is now. Of one that is not active nothing more is told. */
        TokenIntrospection: {
            /**
             * @description Whether it opens anything.
             * @example true
             */
            active: boolean;
            /**
             * @description The scopes that it holds and the role of its account still allows, separated by spaces.
             * @example runs:read results:read
             */
            scope?: string;
            /**
             * @description How it is sent.
             * @example bearer
             * @enum {string}
             */
            token_type?: "bearer";
            /**
             * Format: email
             * @description E-mail address of the account.
             * @example ada@example.org
             */
            username?: string;
            /**
             * @description Number of the account.
             * @example 1
             */
            sub?: string;
            /**
             * @description Slug of the account’s domain.
             * @example default
             */
            domain?: string;
            /**
             * Format: uri
             * @description Origin of this installation.
             * @example https://spci.example.org
             */
            iss?: string;
            /**
             * Format: int64
             * @description When it was made; seconds since 1970.
             * @example 1795860000
             */
            iat?: number;
            /**
             * Format: int64
             * @description When it ends; seconds since 1970.
             * @example 1796464800
             */
            exp?: number;
        };
        /**
         * @description What it is used for: looking at pages, or delivering fixes to them.
         * @example preflight
         * @enum {string}
         */
        PromiseTokenPurpose: "preflight" | "fixes";
        /** @description What a promise token is for. */
        PromiseTokenCreateRequest: {
            /**
             * Format: int32
             * @description Site whose pages are looked at.
             * @example 1
             */
            site_id: number;
            /**
             * @description What it is used for: looking at pages, or delivering fixes to them.
             * @default preflight
             * @example preflight
             * @enum {string}
             */
            purpose?: "preflight" | "fixes";
        };
        /** @description A new promise token, shown this once. */
        PromiseToken: {
            /**
             * @description The token itself. It cannot be shown again.
             * @example spcp_0123456789abcdefghijABCDEFGHIJ0123456789abcdef
             */
            promise_token: string;
            /**
             * Format: int32
             * @description Seconds that it lives.
             * @example 900
             */
            expires_in: number;
            /**
             * @description What it is, which is no token to be sent as `Bearer`.
             * @example promise_token
             * @enum {string}
             */
            token_type: "promise_token";
        };
        /** @description A promise token of this installation. */
        PromiseTokenRequest: {
            /**
             * @description The promise token.
             * @example spcp_9fQ2r…
             */
            promise_token: string;
        };
        /** @description What a promise token was exchanged for, shown this once. */
        PromiseTokenExchange: {
            /**
             * @description Opens the pages of the site.
             * @example spca_0123456789abcdefghijABCDEFGHIJ0123456789abcdef
             */
            access_token: string;
            /**
             * @description How it is sent to the site.
             * @example bearer
             * @enum {string}
             */
            token_type: "bearer";
            /**
             * Format: int32
             * @description Seconds that the access token lives.
             * @example 600
             */
            expires_in: number;
            /**
             * @description To be exchanged the next time.
             * @example spcp_0123456789abcdefghijABCDEFGHIJ0123456789abcdef
             */
            promise_token: string;
            /**
             * Format: int32
             * @description Seconds that the new promise token lives.
             * @example 900
             */
            promise_token_expires_in: number;
        };
        /** @description The token that is asked about. */
        PromiseTokenIntrospectionRequest: {
            /**
             * @description The token, whatever it is.
             * @example spca_9fQ2r…
             */
            token: string;
        };
        /** @description What a promise token or what it was exchanged for is now. Of one that is not active nothing more is told. */
        PromiseTokenIntrospection: {
            /**
             * @description Whether it can be used.
             * @example true
             */
            active: boolean;
            /**
             * @description `bearer`: an access token, which opens pages. `promise_token`: one that is exchanged for it.
             * @example bearer
             * @enum {string}
             */
            token_type?: "bearer" | "promise_token";
            purpose?: components["schemas"]["PromiseTokenPurpose"];
            /**
             * Format: int32
             * @description Site that it is for.
             * @example 1
             */
            site_id?: number;
            /**
             * Format: uri
             * @description Base URL of the site.
             * @example https://www.garden.example.org
             */
            aud?: string;
            /**
             * @description Number of the account that it stands for.
             * @example 1
             */
            sub?: string;
            /**
             * @description Slug of the account’s domain.
             * @example default
             */
            domain?: string;
            /**
             * Format: uri
             * @description Origin of this installation.
             * @example https://spci.example.org
             */
            iss?: string;
            /**
             * Format: int64
             * @description When it was made; seconds since 1970.
             * @example 1795860000
             */
            iat?: number;
            /**
             * Format: int64
             * @description When it ends; seconds since 1970.
             * @example 1795860600
             */
            exp?: number;
            /**
             * Format: int32
             * @description How often a promise token can still be exchanged.
             * @example 19
             */
            uses_left?: number;
        };
        /** @description A new token, shown this once. */
        AuthToken: {
            /**
             * Format: int32
             * @description Token.
             * @example 7
             */
            token_id: number;
            /**
             * @description The token itself. It cannot be shown again.
             * @example spci_0123456789abcdefghijABCDEFGHIJ0123456789abcdef
             */
            token: string;
            /**
             * @description How to send it.
             * @example bearer
             * @enum {string}
             */
            token_type: "bearer";
            /**
             * @description Name of the token.
             * @example pipeline
             */
            token_name: string;
            /** @description What the token may do. */
            scopes: components["schemas"]["Scope"][];
            /**
             * Format: date-time
             * @description When the token ends.
             * @example 2026-11-29T10:00:00Z
             */
            expires_at: string;
        };
        /** @description A token without its secret. */
        ApiTokenItem: {
            /**
             * Format: int32
             * @description Token.
             * @example 7
             */
            id: number;
            /**
             * @description Whether it has scopes, or is the legacy token of its owner.
             * @example token
             * @enum {string}
             */
            kind: "token" | "legacy";
            /**
             * Format: int32
             * @description Owner.
             * @example 1
             */
            user_id: number;
            /**
             * Format: int32
             * @description The token that it was made from; null for one that a password made.
             * @example null
             */
            parent_id: number | null;
            /**
             * @description The one repository that it reaches; null when it is not confined to one.
             * @example null
             */
            repository: string | null;
            /**
             * Format: int32
             * @description The one run that it reaches; null when it is not confined to one.
             * @example null
             */
            run_id: number | null;
            /**
             * Format: int32
             * @description How many requests it may still make; null when they are not counted.
             * @example null
             */
            calls_left: number | null;
            /**
             * @description Name of the token.
             * @example pipeline
             */
            token_name: string;
            /**
             * @description The public first 16 characters.
             * @example spci_0123456789a
             */
            token_prefix: string;
            /** @description What the token may do. */
            scopes: components["schemas"]["Scope"][];
            /**
             * Format: date-time
             * @description When it was minted.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2026-11-29T10:00:00Z
             */
            expires_at: string;
            /**
             * @description Whether it was revoked.
             * @example false
             */
            is_revoked: boolean;
            /**
             * Format: date-time
             * @description When it was revoked.
             * @example null
             */
            revoked_at: string | null;
            /**
             * Format: date-time
             * @description When a request last presented it, recorded once a minute and when a server stops; null before the first record.
             * @example 2026-11-23T08:30:00Z
             */
            last_used_at: string | null;
        };
        /** @description Tokens, newest first. */
        ApiTokenItemPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["ApiTokenItem"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A tenant: everything else belongs to one. */
        Domain: {
            /**
             * Format: int32
             * @description Domain.
             * @example 2
             */
            domain_id: number;
            /**
             * @description Name of the domain in addresses, compared in lower case.
             * @example codec-team
             */
            slug: string;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description A new domain and its first administrator. */
        DomainCreateRequest: {
            /**
             * @description Name of the domain in addresses, compared in lower case.
             * @example codec-team
             */
            slug: string;
            /**
             * @description Display name of the administrator.
             * @example Lin
             */
            admin_name: string;
            /**
             * Format: email
             * @description E-mail address of the administrator.
             * @example lin@example.org
             */
            admin_email: string;
            /**
             * Format: password
             * @description Password of the administrator.
             * @example seven lanterns on a quiet shore
             */
            admin_password: string;
        };
        /** @description Domains, by id. */
        DomainPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Domain"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A repository whose commits may be run. */
        Repository: {
            /**
             * Format: int32
             * @description Repository.
             * @example 1
             */
            repository_id: number;
            /**
             * @description Owner and name.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description The main branch.
             * @example main
             */
            default_branch: string;
            /**
             * @description Whether anybody who knows the names may see the status badge of its branches.
             * @example false
             */
            public_badge: boolean;
            /**
             * Format: date-time
             * @description When it was registered.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description A repository to register. */
        RepositoryCreateRequest: {
            /**
             * @description Owner and name.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description The main branch.
             * @default main
             * @example main
             */
            default_branch?: string;
            /**
             * @description Whether anybody who knows the names may see the status badge of its branches.
             * @default false
             * @example false
             */
            public_badge?: boolean;
        };
        /** @description What to change of a repository. */
        RepositoryUpdateRequest: {
            /**
             * @description The main branch.
             * @example main
             */
            default_branch?: string;
            /**
             * @description Whether anybody who knows the names may see the status badge of its branches.
             * @example true
             */
            public_badge?: boolean;
        };
        /** @description A release of a tool under test. */
        Version: {
            /**
             * Format: int32
             * @description Version.
             * @example 1
             */
            version_id: number;
            /**
             * @description Owner and name.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description What the release is called, exactly; unique in its repository.
             * @example 0.94
             */
            version: string;
            /**
             * Format: date
             * @description Day of the release.
             * @example 2021-12-15
             */
            released: string;
            /**
             * @description The commit that was released.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            /**
             * Format: int32
             * @description Who recorded it; `null` when GitHub told of it.
             * @example 2
             */
            user_id: number | null;
            /**
             * Format: date-time
             * @description When it was recorded.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description An event of GitHub’s. It holds more than is named here, and what is named depends on its kind. */
        GithubEvent: {
            /**
             * @description What happened to what the event is about.
             * @example opened
             */
            action?: string;
            /**
             * @description Of a push, what was pushed to.
             * @example refs/heads/main
             */
            ref?: string;
            after?: components["schemas"]["GithubCommit"];
            /**
             * @description Of a push, whether it took the branch away.
             * @example false
             */
            deleted?: boolean;
            repository?: components["schemas"]["GithubEventRepository"];
            pull_request?: components["schemas"]["GithubEventPullRequest"];
            workflow_run?: components["schemas"]["GithubEventWorkflowRun"];
            release?: components["schemas"]["GithubEventRelease"];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A commit; zeros for none.
         * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
         */
        GithubCommit: string;
        /**
         * @description How the pages of a site are written.
         * @example documentauthoring
         * @enum {string}
         */
        AuthoringType: "cs" | "cs/crosswalk" | "ams" | "sharepoint" | "googledocs" | "documentauthoring";
        /**
         * @description How the pages of a site are delivered.
         * @example aem_edge
         * @enum {string}
         */
        DeliveryType: "aem_cs" | "aem_edge" | "aem_ams" | "aem_headless" | "other";
        /**
         * @description One check of a page.
         * @example links
         * @enum {string}
         */
        AuditName: "body-size" | "lorem-ipsum" | "h1-count" | "canonical" | "metatags" | "links" | "headings" | "readability" | "accessibility";
        /** @description A site whose pages may be checked. */
        Site: {
            /**
             * Format: int32
             * @description Site.
             * @example 1
             */
            site_id: number;
            /**
             * @description What people call it.
             * @example Garden
             */
            name: string;
            /**
             * @description Where its pages are, without query. By https, or by http on this machine.
             * @example https://www.garden.example.org
             */
            base_url: string;
            /**
             * @description How its pages are written; `null` when that is not known. A promise token is used for `cs`, `cs/crosswalk` and `ams`.
             * @example documentauthoring
             * @enum {string|null}
             */
            authoring_type: "cs" | "cs/crosswalk" | "ams" | "sharepoint" | "googledocs" | "documentauthoring" | null;
            /**
             * @description Whether its pages are asked for with a promise token; by its authoring type.
             * @example false
             */
            promise_based: boolean;
            delivery_type: components["schemas"]["DeliveryType"];
            /**
             * @description The owner in `ref--site--owner` hosts, or the program (`p` and digits) of an author host; `null` together with the other external id.
             * @example garden-org
             */
            external_owner_id: string | null;
            /**
             * @description The site in `ref--site--owner` hosts, or the environment (`e` and digits) of an author host; `null` together with the other external id.
             * @example garden
             */
            external_site_id: string | null;
            /**
             * @description Where its authors work; `null` for none. By https, or by http on this machine.
             * @example https://author.garden.example.org
             */
            author_url: string | null;
            /**
             * @description Where chosen suggestions are delivered, on one of its hosts; `null` for nowhere. By https, or by http on this machine.
             * @example https://www.garden.example.org/fixes
             */
            fix_endpoint: string | null;
            /** @description Further hosts of its pages, without port. */
            preview_hosts: string[];
            /** @description What its pages are checked for. */
            enabled_checks: components["schemas"]["AuditName"][];
            /**
             * @description Whether its pages are asked for a credential as they demand it (`auto`), or are open to all (`none`).
             * @example auto
             * @enum {string}
             */
            preview_auth: "auto" | "none";
            /**
             * Format: int32
             * @description The registered repository that it belongs to; `null` for none.
             * @example 1
             */
            repository_id: number | null;
            /**
             * Format: date-time
             * @description When it was registered.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2026-11-22T10:00:00Z
             */
            updated_at: string;
        };
        /** @description A site to register. */
        SiteCreateRequest: {
            /**
             * @description What people call it.
             * @example Garden
             */
            name: string;
            /**
             * @description Where its pages are, without query. By https, or by http on this machine.
             * @example https://www.garden.example.org
             */
            base_url: string;
            /**
             * @description How its pages are written; `null` when that is not known. A promise token is used for `cs`, `cs/crosswalk` and `ams`.
             * @default null
             * @example documentauthoring
             * @enum {string|null}
             */
            authoring_type?: "cs" | "cs/crosswalk" | "ams" | "sharepoint" | "googledocs" | "documentauthoring" | null;
            delivery_type: components["schemas"]["DeliveryType"];
            /**
             * @description The owner in `ref--site--owner` hosts, or the program (`p` and digits) of an author host; in any case, and `null` together with the other external id.
             * @default null
             * @example garden-org
             */
            external_owner_id?: string | null;
            /**
             * @description The site in `ref--site--owner` hosts, or the environment (`e` and digits) of an author host; in any case, and `null` together with the other external id.
             * @default null
             * @example garden
             */
            external_site_id?: string | null;
            /**
             * @description Where its authors work; `null` for none. By https, or by http on this machine.
             * @default null
             * @example https://author.garden.example.org
             */
            author_url?: string | null;
            /**
             * @description Where chosen suggestions are delivered, on one of its hosts; `null` for nowhere. By https, or by http on this machine.
             * @default null
             * @example https://www.garden.example.org/fixes
             */
            fix_endpoint?: string | null;
            /**
             * @description Further hosts of its pages, without port.
             * @default []
             */
            preview_hosts?: string[];
            /**
             * @description What its pages are checked for.
             * @default [
             *       "body-size",
             *       "lorem-ipsum",
             *       "h1-count",
             *       "canonical",
             *       "metatags",
             *       "links",
             *       "headings",
             *       "readability",
             *       "accessibility"
             *     ]
             */
            enabled_checks?: components["schemas"]["AuditName"][];
            /**
             * @description Whether its pages are asked for a credential as they demand it (`auto`), or are open to all (`none`).
             * @default auto
             * @example auto
             * @enum {string}
             */
            preview_auth?: "auto" | "none";
            /**
             * Format: int32
             * @description The registered repository that it belongs to; `null` for none.
             * @default null
             * @example 1
             */
            repository_id?: number | null;
        };
        /** @description What to change of a site. */
        SiteUpdateRequest: {
            /**
             * @description What people call it.
             * @example Garden
             */
            name?: string;
            /**
             * @description Where its pages are, without query. By https, or by http on this machine.
             * @example https://www.garden.example.org
             */
            base_url?: string;
            /**
             * @description How its pages are written; `null` when that is not known. A promise token is used for `cs`, `cs/crosswalk` and `ams`.
             * @example documentauthoring
             * @enum {string|null}
             */
            authoring_type?: "cs" | "cs/crosswalk" | "ams" | "sharepoint" | "googledocs" | "documentauthoring" | null;
            delivery_type?: components["schemas"]["DeliveryType"];
            /**
             * @description The owner in `ref--site--owner` hosts, or the program (`p` and digits) of an author host; in any case, and `null` together with the other external id.
             * @example garden-org
             */
            external_owner_id?: string | null;
            /**
             * @description The site in `ref--site--owner` hosts, or the environment (`e` and digits) of an author host; in any case, and `null` together with the other external id.
             * @example garden
             */
            external_site_id?: string | null;
            /**
             * @description Where its authors work; `null` for none. By https, or by http on this machine.
             * @example https://author.garden.example.org
             */
            author_url?: string | null;
            /**
             * @description Where chosen suggestions are delivered, on one of its hosts; `null` for nowhere. By https, or by http on this machine.
             * @example https://www.garden.example.org/fixes
             */
            fix_endpoint?: string | null;
            /** @description Further hosts of its pages, without port. */
            preview_hosts?: string[];
            /** @description What its pages are checked for. */
            enabled_checks?: components["schemas"]["AuditName"][];
            /**
             * @description Whether its pages are asked for a credential as they demand it (`auto`), or are open to all (`none`).
             * @example auto
             * @enum {string}
             */
            preview_auth?: "auto" | "none";
            /**
             * Format: int32
             * @description The registered repository that it belongs to; `null` for none.
             * @example 1
             */
            repository_id?: number | null;
        };
        /** @description Sites, by id. */
        SitePage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Site"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * Format: uuid
         * @description Preflight job.
         * @example 550e8400-e29b-41d4-a716-446655440000
         */
        PreflightJobKey: string;
        /**
         * @description Address of a page, by https, or by http on the machine of the server, without credentials in it.
         * @example https://www.garden.example.org/roses
         */
        PreflightUrl: string;
        /**
         * @description Where a preflight job stands. Only one that is in progress changes any more.
         * @example completed
         * @enum {string}
         */
        PreflightStatus: "in_progress" | "completed" | "failed" | "canceled";
        /**
         * @description The first that applies to a completed preflight job: `fail` (an audit has `issues`); `incomplete` (a page was not read, or an audit was not run, failed or is missing); `pass` (every audit of every page is `ok`, but for what needs a browser: `not_run` with the reason `no_browser`).
         * @example pass
         * @enum {string}
         */
        PreflightVerdict: "pass" | "fail" | "incomplete";
        /**
         * @description Whether findings come alone (`identify`) or with proposals of what to do (`suggest`).
         * @example identify
         * @enum {string}
         */
        PreflightStep: "identify" | "suggest";
        /** @description How much of a job is done. */
        PreflightProgress: {
            /**
             * Format: int32
             * @description Audits that are done, of all pages together.
             * @example 9
             */
            audits_done: number;
            /**
             * Format: int32
             * @description All audits of all pages.
             * @example 9
             */
            audits_total: number;
        };
        /** @description Why a job failed, or a delivery; there is one of failed ones only. */
        PreflightError: {
            /**
             * @description For programs.
             * @example timed_out
             * @enum {string}
             */
            code: "timed_out" | "attempts_exhausted" | "needs_reauthentication" | "key_unavailable" | "token_unreadable" | "endpoint_refused" | "endpoint_unreachable" | "endpoint_missing";
            /**
             * @description For people.
             * @example The job did not end in time.
             */
            message: string;
        };
        /** @description Pages to check. */
        PreflightJobRequest: {
            /** @description Pages of one site, all with the same scheme, host and port, each once. */
            urls: components["schemas"]["PreflightUrl"][];
            /**
             * @description `identify` to find what is to be mended, `suggest` to be told how as well; in any case.
             * @example identify
             */
            step: string;
            /**
             * Format: int32
             * @description The site that the pages are of; without it they tell.
             * @example 1
             */
            site_id?: number;
            /**
             * Format: int32
             * @description A run that the check belongs to.
             * @example 12
             */
            run_id?: number;
            /**
             * @description Whether what an earlier job of the site found of the same bytes is taken over; `false` to have everything looked at anew.
             * @default true
             * @example true
             */
            reuse?: boolean;
        };
        /** @description A preflight job that was begun. */
        PreflightJobAccepted: {
            job_id: components["schemas"]["PreflightJobKey"];
            status: components["schemas"]["PreflightStatus"];
            /**
             * Format: date-time
             * @description When it was accepted.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * @description Where it is asked for.
             * @example https://spci.example.org/api/v1/preflight/jobs/550e8400-e29b-41d4-a716-446655440000
             */
            poll_url: string;
        };
        /** @description A preflight job without what it found. */
        PreflightJobSummary: {
            job_id: components["schemas"]["PreflightJobKey"];
            status: components["schemas"]["PreflightStatus"];
            /**
             * @description What came of a completed job, as in `PreflightVerdict`; `null` for one that is in progress, failed or was canceled.
             * @example pass
             * @enum {string|null}
             */
            verdict: "pass" | "fail" | "incomplete" | null;
            step: components["schemas"]["PreflightStep"];
            /**
             * Format: int32
             * @description The site whose pages they are.
             * @example 1
             */
            site_id: number;
            /** @description The pages, in the order in which they were given. */
            urls: components["schemas"]["PreflightUrl"][];
            /**
             * Format: int32
             * @description The run that it was begun for; `null` for none.
             * @example 12
             */
            run_id: number | null;
            /**
             * Format: int32
             * @description Who began it.
             * @example 1
             */
            account_id: number;
            /**
             * @description Whether the pages wanted a credential when the job was begun.
             * @example false
             */
            authentication_required: boolean;
            /**
             * @description Whether what an earlier job found of the same bytes may be taken over.
             * @example true
             */
            reuse: boolean;
            /**
             * Format: int32
             * @description How often the work was begun.
             * @example 1
             */
            attempt: number;
            progress: components["schemas"]["PreflightProgress"];
            error?: components["schemas"]["PreflightError"];
            /**
             * Format: date-time
             * @description When it was accepted.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last got further.
             * @example 2026-11-22T10:00:00Z
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description When the work was first begun; `null` before.
             * @example 2026-11-22T10:00:00Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended; `null` before.
             * @example 2026-11-22T10:00:00Z
             */
            ended_at: string | null;
            /**
             * Format: date-time
             * @description From when on it is deleted.
             * @example 2026-11-29T10:00:00Z
             */
            record_expires_at: string;
        };
        /** @description Preflight jobs, the newest first. */
        PreflightJobPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["PreflightJobSummary"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A preflight job with what it has found. */
        PreflightJob: {
            job_id: components["schemas"]["PreflightJobKey"];
            status: components["schemas"]["PreflightStatus"];
            /**
             * @description What came of a completed job, as in `PreflightVerdict`; `null` for one that is in progress, failed or was canceled.
             * @example pass
             * @enum {string|null}
             */
            verdict: "pass" | "fail" | "incomplete" | null;
            step: components["schemas"]["PreflightStep"];
            /**
             * Format: int32
             * @description The site whose pages they are.
             * @example 1
             */
            site_id: number;
            /** @description The pages, in the order in which they were given. */
            urls: components["schemas"]["PreflightUrl"][];
            /**
             * Format: int32
             * @description The run that it was begun for; `null` for none.
             * @example 12
             */
            run_id: number | null;
            /**
             * Format: int32
             * @description Who began it.
             * @example 1
             */
            account_id: number;
            /**
             * @description Whether the pages wanted a credential when the job was begun.
             * @example false
             */
            authentication_required: boolean;
            /**
             * @description Whether what an earlier job found of the same bytes may be taken over.
             * @example true
             */
            reuse: boolean;
            /**
             * Format: int32
             * @description How often the work was begun.
             * @example 1
             */
            attempt: number;
            progress: components["schemas"]["PreflightProgress"];
            error?: components["schemas"]["PreflightError"];
            /**
             * Format: date-time
             * @description When it was accepted.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last got further.
             * @example 2026-11-22T10:00:00Z
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description When the work was first begun; `null` before.
             * @example 2026-11-22T10:00:00Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended; `null` before.
             * @example 2026-11-22T10:00:00Z
             */
            ended_at: string | null;
            /**
             * Format: date-time
             * @description From when on it is deleted.
             * @example 2026-11-29T10:00:00Z
             */
            record_expires_at: string;
            /** @description What was found, by page, in the order of `urls`; pages that were not looked at yet are missing. */
            result: components["schemas"]["PreflightPage"][];
            /**
             * @description How the result is given; `null` while the job is in progress.
             * @example inline
             * @enum {string|null}
             */
            result_type: "inline" | null;
            profiling?: components["schemas"]["PreflightProfiling"];
        };
        /** @description A preflight job beside those before it. */
        PreflightComparison: {
            job_id: components["schemas"]["PreflightJobKey"];
            /** @description Its pages, in the order of `urls`. */
            pages: components["schemas"]["PreflightPageComparison"][];
        };
        /** @description One page beside how it was found before. */
        PreflightPageComparison: {
            page_url: components["schemas"]["PreflightUrl"];
            /**
             * Format: uuid
             * @description The job that it is compared with; `null` when the page was never looked at before.
             * @example 0b9cbe5c-4a3e-4d2e-9a63-6f1f1f0f3a11
             */
            previous_job_id: string | null;
            /**
             * Format: int32
             * @description Findings that were not there before.
             * @example 1
             */
            new_count: number;
            /**
             * Format: int32
             * @description Findings that are there no more.
             * @example 0
             */
            fixed_count: number;
            /**
             * Format: int32
             * @description Findings that stayed.
             * @example 2
             */
            unchanged_count: number;
            /** @description What was not there before; the first hundred of it. */
            new: components["schemas"]["PreflightFinding"][];
            /** @description What is there no more; the first hundred of it. */
            fixed: components["schemas"]["PreflightFinding"][];
            /** @description Audits that were not run, or failed, in one of the two. */
            not_compared: components["schemas"]["AuditName"][];
        };
        /** @description A finding of one audit. Each link is a finding of its own. */
        PreflightFinding: {
            audit: components["schemas"]["AuditName"];
            opportunity: components["schemas"]["PreflightOpportunity"];
        };
        /** @description One page of a preflight job. */
        PreflightPage: {
            /**
             * @description The page, without a slash at its end.
             * @example https://www.garden.example.org/roses
             */
            page_url: string;
            step: components["schemas"]["PreflightStep"];
            /**
             * @description Whether it was read, or why it was not. Of a page that was not read nothing is known.
             * @example read
             * @enum {string}
             */
            state: "read" | "redirected" | "missing" | "unauthorized" | "error_status" | "not_html" | "too_large" | "too_complex" | "refused" | "unreachable" | "timed_out" | "unreadable";
            /**
             * Format: int32
             * @description What it answered with; `null` for no answer.
             * @example 200
             */
            status: number | null;
            /**
             * @description Where redirects led; `null` without redirects.
             * @example https://www.garden.example.org/en/roses
             */
            final_url: string | null;
            /** @description Its audits that are done. */
            audits: components["schemas"]["PreflightAudit"][];
        };
        /** @description One audit of one page. Only `ok` says that there is nothing to mend. */
        PreflightAudit: {
            name: components["schemas"]["AuditName"];
            /**
             * @description What it is about: search engines or accessibility.
             * @example seo
             * @enum {string}
             */
            type: "seo" | "a11y";
            state: components["schemas"]["PreflightAuditState"];
            reason?: components["schemas"]["PreflightReason"];
            /**
             * Format: uuid
             * @description The job that looked at the page, where this one read the same bytes and took over what was found; `null` where it looked itself. That job may have been deleted since.
             * @example 0b9cbe5c-4a3e-4d2e-9a63-6f1f1f0f3a11
             */
            reused_from_job_id: string | null;
            /** @description The states of its checks, where they are run apart. */
            checks: components["schemas"]["PreflightCheckState"][];
            /** @description What is to be mended. */
            opportunities: components["schemas"]["PreflightOpportunity"][];
        };
        /**
         * @description What came of an audit.
         * @example issues
         * @enum {string}
         */
        PreflightAuditState: "ok" | "issues" | "not_run" | "failed";
        /** @description Why an audit was not run, failed, or tells less than there is. */
        PreflightReason: {
            /**
             * @description For programs.
             * @example page_redirected
             */
            code: string;
            /**
             * @description For people.
             * @example The page redirects to another address; ask for that one.
             */
            message: string;
        };
        /** @description One check of an audit. */
        PreflightCheckState: {
            /**
             * @description The check.
             * @example a11y-assistive
             */
            check: string;
            state: components["schemas"]["PreflightAuditState"];
            reason?: components["schemas"]["PreflightReason"];
        };
        /** @description One thing to mend. Which members there are follows from the audit; those of `metatags` have `tag_name`, all others `check`. */
        PreflightOpportunity: {
            /**
             * @description The check that found it.
             * @example missing-h1
             */
            check?: string;
            tag_name?: components["schemas"]["MetatagName"];
            /**
             * @description What is wrong.
             * @example The page has no h1.
             */
            issue?: string;
            /**
             * @description What is wrong, in more words.
             * @example The title has 12 characters.
             */
            issue_details?: string;
            /** @description The links that it is about, where it is about links. */
            issues: components["schemas"]["PreflightLinkIssue"][];
            /**
             * Format: int32
             * @description How many links it is about; more than are listed where there are many.
             * @example 1
             */
            issue_count?: number;
            seo_impact?: components["schemas"]["PreflightImpact"];
            /**
             * @description What to do.
             * @example Give the page one h1.
             */
            seo_recommendation?: string;
            /** @description Where on the page. */
            elements: components["schemas"]["PreflightElement"][];
            /**
             * @description Where the canonical tag leads.
             * @example https://www.garden.example.org/roses
             */
            url?: string;
            /**
             * @description What the tag says.
             * @example Roses
             */
            tag_content?: string;
            /**
             * @description What to put there.
             * @example Roses for every garden
             */
            suggestion?: string;
            /**
             * @description A proposal.
             * @example Roses for every garden
             */
            ai_suggestion?: string;
            /**
             * @description Why that.
             * @example It says what the page is about.
             */
            ai_rationale?: string;
            /**
             * @description How easily it reads by the formula of Flesch; more is easier.
             * @example 21.5
             */
            flesch_reading_ease?: number;
            /**
             * @description The language that it was taken for.
             * @example en
             */
            language?: string;
            /**
             * @description Whether there is a proposal.
             * @example completed
             * @enum {string}
             */
            suggestion_status?: "completed" | "excluded";
            /**
             * @description About the proposal.
             * @example A shorter text is proposed.
             */
            suggestion_message?: string;
            /**
             * @description Why there is no proposal.
             * @example The text is a quotation.
             */
            exclusion_reason?: string;
            /**
             * @description How easily the proposal reads.
             * @example 48.2
             */
            improved_flesch_score?: number;
            /**
             * @description How much easier the proposal reads.
             * @example 26.7
             */
            readability_improvement?: number;
            /**
             * @description The rule of accessibility that is broken.
             * @example image-alt
             */
            type?: string;
            /**
             * @description What the rule asks.
             * @example Images need a text.
             */
            description?: string;
            /**
             * @description How bad that is.
             * @example critical
             */
            severity?: string;
            /**
             * Format: int32
             * @description How many elements break it.
             * @example 3
             */
            occurrences?: number;
            /**
             * @description Level of WCAG.
             * @example A
             */
            wcag_level?: string;
            /**
             * @description Success criterion of WCAG.
             * @example 1.1.1 Non-text Content
             */
            wcag_rule?: string;
            /**
             * @description Where that is explained.
             * @example https://www.w3.org/WAI/WCAG22/Understanding/non-text-content
             */
            understanding_url?: string;
            /**
             * @description What is to be done about it.
             * @example Give the image a text.
             */
            failure_summary?: string;
            /** @description Elements that break the rule. */
            html_with_issues: components["schemas"]["PreflightMarkup"][];
        };
        /**
         * @description The tag that is to be mended.
         * @example title
         * @enum {string}
         */
        MetatagName: "title" | "description" | "h1";
        /**
         * @description How much it matters to search engines.
         * @example High
         * @enum {string}
         */
        PreflightImpact: "High" | "Moderate" | "Low";
        /** @description An element of a page. */
        PreflightElement: {
            /**
             * @description CSS selector.
             * @example #roses > h2
             */
            selector: string;
            /**
             * @description The beginning of its text.
             * @example Roses
             */
            text_content?: string;
        };
        /** @description An element that breaks a rule of accessibility. */
        PreflightMarkup: {
            /**
             * @description CSS selector.
             * @example img.rose
             */
            target_selector: string;
            /**
             * @description Its markup, the beginning of it.
             * @example <img class="rose">
             */
            update_from: string;
        };
        /** @description A link that is to be mended. */
        PreflightLinkIssue: {
            /**
             * @description Where it leads.
             * @example https://www.garden.example.org/tulips
             */
            url: string;
            /**
             * @description What is wrong.
             * @example Status 404
             */
            issue: string;
            seo_impact: components["schemas"]["PreflightImpact"];
            /**
             * @description What to do.
             * @example Mend or remove the link.
             */
            seo_recommendation: string;
            /** @description Where on the page. */
            elements: components["schemas"]["PreflightElement"][];
            /**
             * @description A proposal.
             * @example https://www.garden.example.org/roses
             */
            ai_suggestion?: string;
            /**
             * @description Why that.
             * @example It is the nearest address that works.
             */
            ai_rationale?: string;
        };
        /** @description How long the work took; told of completed jobs only. */
        PreflightProfiling: {
            /**
             * @description All together, for people.
             * @example 2.80 seconds
             */
            total: string;
            /**
             * @description All together.
             * @example 2800
             */
            total_ms: number;
            /**
             * Format: date-time
             * @description When it began.
             * @example 2026-11-22T10:00:00Z
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When it ended.
             * @example 2026-11-22T10:00:00Z
             */
            ended_at: string;
            /** @description Its parts. */
            breakdown: components["schemas"]["PreflightProfiledPart"][];
        };
        /** @description One part of the work, of all pages together. */
        PreflightProfiledPart: {
            /**
             * @description Which part.
             * @example dom
             */
            name: string;
            /**
             * @description For people.
             * @example 0.10 seconds
             */
            duration: string;
            /**
             * @description How long it took.
             * @example 100
             */
            duration_ms: number;
            /**
             * Format: date-time
             * @description When it first began.
             * @example 2026-11-22T10:00:00Z
             */
            started_at: string;
            /**
             * Format: date-time
             * @description When it last ended.
             * @example 2026-11-22T10:00:00Z
             */
            ended_at: string;
        };
        /**
         * Format: uuid
         * @description Delivery of fixes.
         * @example 7d444840-9dc0-41d1-b245-5ffdce74fad2
         */
        PreflightFixKey: string;
        /**
         * @description Where a delivery stands. It is completed when the fix endpoint has taken it.
         * @example completed
         * @enum {string}
         */
        PreflightFixesStatus: "in_progress" | "completed" | "failed";
        /** @description A suggestion in the result of a job, by its place. */
        PreflightFixChoice: {
            page_url: components["schemas"]["PreflightUrl"];
            audit: components["schemas"]["AuditName"];
            /**
             * Format: int32
             * @description Its place in `opportunities` of the audit, from 0.
             * @example 0
             */
            opportunity_index: number;
            /**
             * Format: int32
             * @description Its place in `issues` of the opportunity, from 0, where that is about links, and only there.
             * @example 0
             */
            link_index?: number;
        };
        /** @description Suggestions to deliver. */
        PreflightFixesRequest: {
            /** @description Each once. */
            fixes: components["schemas"]["PreflightFixChoice"][];
            /**
             * @description Whether to say what would be sent, and send nothing.
             * @default false
             * @example false
             */
            precheck_only?: boolean;
        };
        /** @description A suggestion as it is sent to the fix endpoint. */
        PreflightFix: {
            /**
             * @description The page, without a slash at its end.
             * @example https://www.garden.example.org/roses
             */
            page_url: string;
            audit: components["schemas"]["AuditName"];
            /**
             * @description What was found.
             * @example heading-empty
             */
            check?: string;
            tag_name?: components["schemas"]["MetatagName"];
            /**
             * @description The link that is to be replaced, or where the canonical tag leads.
             * @example https://www.garden.example.org/tulips
             */
            url?: string;
            /** @description Where on the page. */
            elements: components["schemas"]["PreflightElement"][];
            /**
             * @description What to put there.
             * @example Roses for every garden
             */
            suggestion: string;
        };
        /** @description What would be delivered. */
        PreflightFixesPrecheck: {
            job_id: components["schemas"]["PreflightJobKey"];
            /**
             * @description Always true; nothing was sent.
             * @example true
             * @enum {boolean}
             */
            precheck_only: true;
            /** @description What would be sent, in the order of the request. */
            fixes: components["schemas"]["PreflightFix"][];
        };
        /** @description A delivery that was begun. */
        PreflightFixesAccepted: {
            fix_id: components["schemas"]["PreflightFixKey"];
            job_id: components["schemas"]["PreflightJobKey"];
            status: components["schemas"]["PreflightFixesStatus"];
            /**
             * Format: date-time
             * @description When it was accepted.
             * @example 2026-11-22T10:01:00Z
             */
            created_at: string;
        };
        /** @description A delivery of suggestions to the fix endpoint of a site. */
        PreflightFixes: {
            fix_id: components["schemas"]["PreflightFixKey"];
            job_id: components["schemas"]["PreflightJobKey"];
            status: components["schemas"]["PreflightFixesStatus"];
            /**
             * Format: int32
             * @description Who began it.
             * @example 1
             */
            account_id: number;
            /**
             * Format: int32
             * @description How often it was tried.
             * @example 1
             */
            attempt: number;
            /**
             * Format: int32
             * @description What the fix endpoint last answered with; `null` for no answer.
             * @example 202
             */
            response_status: number | null;
            error?: components["schemas"]["PreflightError"];
            /** @description What is sent, in the order in which it was chosen. */
            fixes: components["schemas"]["PreflightFix"][];
            /**
             * Format: date-time
             * @description When it was accepted.
             * @example 2026-11-22T10:01:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last got further.
             * @example 2026-11-22T10:01:00Z
             */
            updated_at: string;
            /**
             * Format: date-time
             * @description When it was first tried; `null` before.
             * @example 2026-11-22T10:01:00Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended; `null` before.
             * @example 2026-11-22T10:01:00Z
             */
            ended_at: string | null;
        };
        /** @description Deliveries of fixes, the newest first. */
        PreflightFixesPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["PreflightFixes"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Where it happened. */
        GithubEventRepository: {
            /**
             * @description Owner and name.
             * @example video/extractor
             */
            full_name: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A pull request as it is now. */
        GithubEventPullRequest: {
            /**
             * Format: int32
             * @description Its number.
             * @example 17
             */
            number: number;
            user: components["schemas"]["GithubEventUser"];
            head: components["schemas"]["GithubEventBranch"];
            base: components["schemas"]["GithubEventBranch"];
        } & {
            [key: string]: unknown;
        };
        /** @description Who opened it. */
        GithubEventUser: {
            /**
             * Format: int64
             * @description Number of the account.
             * @example 583231
             */
            id: number;
        } & {
            [key: string]: unknown;
        };
        /** @description A branch and the commit that it stands at. */
        GithubEventBranch: {
            /**
             * @description The branch.
             * @example positions
             */
            ref: string;
            sha: components["schemas"]["GithubCommit"];
        } & {
            [key: string]: unknown;
        };
        /** @description A run of a workflow. */
        GithubEventWorkflowRun: {
            head_sha: components["schemas"]["GithubCommit"];
            /**
             * @description How it ended; `null` until then.
             * @example failure
             */
            conclusion?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A release. */
        GithubEventRelease: {
            /**
             * @description The tag that it is made of.
             * @example v0.95
             */
            tag_name: string;
            /**
             * @description The branch or commit that the tag was made from.
             * @example main
             */
            target_commitish: string;
            /**
             * Format: date-time
             * @description When it was published; `null` before.
             * @example 2026-11-22T10:00:00Z
             */
            published_at?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What came of an event. */
        GithubEventReceipt: {
            /**
             * @description Whether it was taken: `repeated` when its delivery was taken before.
             * @example accepted
             * @enum {string}
             */
            outcome: "accepted" | "ignored" | "repeated";
            /**
             * @description The same in words.
             * @example 1 run is queued, 1 waits for its build.
             */
            message: string;
            /** @description Runs that it queued. */
            run_ids: number[];
            /** @description Runs that it canceled. */
            canceled_run_ids: number[];
            /**
             * Format: int32
             * @description Runs that begin with the upload of their build.
             * @example 1
             */
            awaited_builds: number;
        };
        /** @description A release of a tool under test. */
        VersionCreateRequest: {
            /**
             * @description Owner and name of a registered repository, in any case.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description What the release is called, exactly; unique in its repository.
             * @example 0.94
             */
            version: string;
            /**
             * Format: date
             * @description Day of the release.
             * @example 2021-12-15
             */
            released: string;
            /**
             * @description The commit that was released, in any case.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
        };
        /** @description Versions, the latest release first. */
        VersionPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Version"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Repositories, by id. */
        RepositoryPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Repository"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A media sample. */
        Sample: {
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * @description SHA-256 of the content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha: string;
            /**
             * @description Extension of the name it came with, without a dot; empty when it had none.
             * @example m2ts
             */
            extension: string;
            /**
             * @description Name it came with.
             * @example pop-on.m2ts
             */
            original_name: string;
            /**
             * @description Name it is stored and served under.
             * @example 9f86d081884c7d65.m2ts
             */
            filename: string;
            /**
             * Format: int64
             * @description Size.
             * @example 48128
             */
            size_bytes: number;
            /** @description Tags, by name. */
            tags: string[];
            /**
             * Format: int32
             * @description Active regression tests that use it.
             * @example 2
             */
            regression_test_count: number;
            /**
             * @description Whether an active regression test uses it.
             * @example true
             */
            active: boolean;
            /**
             * Format: date-time
             * @description When it was uploaded.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description Samples, by id. */
        SamplePage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Sample"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Everything about a sample; without `upload` when it did not come through the queue. */
        SampleDetails: {
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * @description SHA-256 of the content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha: string;
            /**
             * @description Extension, in lower case and without a dot; empty when the name had none.
             * @example m2ts
             */
            extension: string;
            /**
             * @description Name of the file as it was sent.
             * @example pop-on.m2ts
             */
            original_name: string;
            /**
             * @description Name to store it under, made of its digest.
             * @example 9f86d081884c7d65.m2ts
             */
            filename: string;
            /**
             * Format: int64
             * @description Size.
             * @example 48128
             */
            size_bytes: number;
            /** @description Tags, by name. */
            tags: string[];
            /**
             * Format: int32
             * @description Who uploaded it.
             * @example 2
             */
            user_id: number;
            /**
             * Format: date-time
             * @description When it became a sample.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            upload?: components["schemas"]["SampleUpload"];
            /** @description Files beside it, the oldest first. */
            extra_files: components["schemas"]["ExtraFile"][];
            /** @description The container and each stream in it, as `ffprobe` tells of them, long texts cut; empty while nothing is known. */
            media_info: components["schemas"]["MediaTrack"][];
            /**
             * @description Why there is no media info; null where there is. `no_media` is text; `pending` waits for its turn, `no_program` for a server that has `ffprobe`; `unreadable` is no media that it knows, or was too much for it, and stays so.
             * @example null
             * @enum {string|null}
             */
            media_info_reason: "no_media" | "pending" | "no_program" | "unreadable" | null;
        };
        /** @description The container or one stream, in the words of the program, whose names for what it knows differ by kind. */
        MediaTrack: {
            /**
             * @description `container`, or what the stream is, such as `video`, `audio` or `subtitle`.
             * @example video
             */
            kind: string;
        } & {
            [key: string]: unknown;
        };
        /** @description What a sample was uploaded for. */
        SampleUpload: {
            platform: components["schemas"]["UploadPlatform"];
            /**
             * @description Version of the tool under test that it was uploaded for.
             * @example 0.94
             */
            version: string;
            /**
             * Format: date
             * @description Day on which that version was released; null where the domain knows no version of that name, or several of different days.
             * @example 2021-12-15
             */
            version_released: string | null;
            /**
             * @description Parameters of the tool that show what the sample is about.
             * @example -608
             */
            parameters: string;
            /**
             * @description What else there is to know.
             * @example Captions are late.
             */
            notes: string;
        };
        /** @description A file beside a sample. */
        ExtraFile: {
            /**
             * Format: int32
             * @description Extra file.
             * @example 8
             */
            id: number;
            /**
             * @description SHA-256 of the content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha: string;
            /**
             * @description Extension, in lower case and without a dot; empty when the name had none.
             * @example srt
             */
            extension: string;
            /**
             * @description Name of the file as it was sent.
             * @example pop-on.srt
             */
            original_name: string;
            /**
             * @description Name to store it under, made of its digest.
             * @example 9f86d081884c7d65.srt
             */
            filename: string;
            /**
             * Format: int64
             * @description Size.
             * @example 38
             */
            size_bytes: number;
        };
        /** @description What to change of a sample. */
        SampleUpdateRequest: {
            /** @description Every tag that it shall have; those that do not exist are made. */
            tags?: string[];
            /**
             * @description Version of the tool under test that it was uploaded for.
             * @example 0.94
             */
            version?: string;
            platform?: components["schemas"]["UploadPlatform"];
            /**
             * @description Parameters of the tool that show what the sample is about.
             * @example -608
             */
            parameters?: string;
            /**
             * @description What else there is to know.
             * @example Captions are late.
             */
            notes?: string;
        };
        /** @description A sample and its tags. */
        TaggedSample: {
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /** @description Tags, by name. */
            tags: string[];
        };
        /** @description The sample that was deleted. */
        DeletedSample: {
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * @description Always true.
             * @example true
             */
            deleted: boolean;
        };
        /** @description A form with one file. */
        UploadForm: {
            /**
             * Format: binary
             * @description The file. The part names it, in at most 255 characters; directories before the name are dropped.
             * @example test
             */
            file: string;
        };
        /** @description A file that waits to be made a sample, or to be put beside one. */
        QueuedSample: {
            /**
             * Format: int32
             * @description Queued file.
             * @example 6
             */
            id: number;
            /**
             * @description SHA-256 of the content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha: string;
            /**
             * @description Extension, in lower case and without a dot; empty when the name had none.
             * @example m2ts
             */
            extension: string;
            /**
             * @description Name of the file as it was sent.
             * @example pop-on.m2ts
             */
            original_name: string;
            /**
             * Format: int32
             * @description Who uploaded it.
             * @example 2
             */
            user_id: number;
            /**
             * Format: int64
             * @description Size.
             * @example 48128
             */
            size_bytes: number;
            /**
             * Format: date-time
             * @description When it was uploaded.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description Files that wait, the oldest first. */
        QueuedSamplePage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["QueuedSample"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description What a sample is for. */
        QueuedSampleFinalizeRequest: {
            /**
             * @description Version of the tool under test that it was uploaded for.
             * @example 0.94
             */
            version: string;
            platform: components["schemas"]["UploadPlatform"];
            /**
             * @description Parameters of the tool that show what the sample is about.
             * @default
             * @example -608
             */
            parameters?: string;
            /**
             * @description What else there is to know.
             * @default
             * @example Captions are late.
             */
            notes?: string;
        };
        /**
         * @description Where the uploader runs the tool under test. Runs have platforms of their own.
         * @example linux
         * @enum {string}
         */
        UploadPlatform: "linux" | "windows" | "mac" | "bsd";
        /** @description A sample that was made of a queued file. */
        FinalizedSample: {
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * @description SHA-256 of the content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha: string;
            /**
             * @description Name of the file as it was sent.
             * @example pop-on.m2ts
             */
            original_name: string;
        };
        /** @description The sample to put a file beside. */
        QueuedSampleLinkRequest: {
            /**
             * Format: int32
             * @description Sample of the domain; 404 when there is none.
             * @example 3
             */
            sample_id: number;
        };
        /** @description A file beside a sample. */
        LinkedFile: {
            /**
             * Format: int32
             * @description Extra file.
             * @example 8
             */
            id: number;
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * @description Name to store it under, made of its digest.
             * @example 9f86d081884c7d65.m2ts
             */
            filename: string;
        };
        /** @description Where stored bytes can be fetched. */
        StoredFile: {
            /**
             * @description Name of the file.
             * @example pop-on.m2ts
             */
            filename: string;
            /**
             * Format: uri
             * @description Address that serves the bytes for ten minutes without further credentials.
             * @example http://127.0.0.1:8080/api/v1/files/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08?name=pop-on.m2ts&domain=1&expires=1795341600&signature=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
             */
            download_url: string;
            /**
             * @description Whether the bytes are there.
             * @example ok
             * @enum {string}
             */
            storage_status: "ok" | "degraded";
            /**
             * @description SHA-256 of the content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * Format: int64
             * @description Size.
             * @example 48128
             */
            size_bytes: number;
        };
        /** @description A label for samples. */
        Tag: {
            /**
             * Format: int32
             * @description Tag.
             * @example 1
             */
            id: number;
            /**
             * @description Name, unique in the domain without regard to case.
             * @example cea-608
             */
            name: string;
            /**
             * @description What it says about a sample.
             * @example Carries CEA-608 captions
             */
            description: string;
        };
        /** @description A new tag. */
        TagCreateRequest: {
            /**
             * @description What the label is called, unique in the domain without regard to case.
             * @example cea-608
             */
            name: string;
            /**
             * @description What it says about a sample.
             * @default
             * @example Carries CEA-608 captions
             */
            description?: string;
        };
        /** @description Tags, by name. */
        TagPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Tag"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A command over a sample with declared outputs. */
        RegressionTest: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Sample it reads.
             * @example 3
             */
            sample_id: number;
            /**
             * @description Words that are placed in the build’s arguments template, split once by POSIX quoting; no shell sees them.
             * @example --format srt
             */
            command: string;
            /**
             * @description Name of the sample.
             * @example pop-on.m2ts
             */
            sample_name: string;
            /**
             * @description How the sample reaches the program.
             * @example file
             * @enum {string}
             */
            input_type: "file" | "stdin" | "udp";
            /**
             * @description How the program gives its output.
             * @example file
             * @enum {string}
             */
            output_type: "file" | "null" | "stdout" | "tcp" | "cea708" | "multiprogram" | "report";
            /**
             * Format: int32
             * @description Exit code it must end with.
             * @example 0
             */
            expected_rc: number;
            /**
             * @description Whether new runs plan it.
             * @example true
             */
            active: boolean;
            /** @description Categories, by name. */
            categories: string[];
            /**
             * @description What it shows.
             * @example Pop-on captions come out whole
             */
            description: string;
            /**
             * Format: int32
             * @description How long it may run.
             * @example 60000
             */
            timeout_ms: number;
        };
        /** @description A further accepted content of an expected output. */
        Variant: {
            /**
             * Format: int32
             * @description Variant.
             * @example 2
             */
            id: number;
            /**
             * @description SHA-256 of the content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            hash: string;
            /**
             * @description Platform it is limited to; null for all.
             * @example null
             * @enum {string|null}
             */
            platform: "linux" | "windows" | null;
        };
        /** @description A file a regression test must produce. */
        ExpectedOutput: {
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            id: number;
            /**
             * @description SHA-256 of the baseline that applies to every platform; null until one is approved.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            correct: string | null;
            /**
             * @description Extension of the file, with its dot.
             * @example .srt
             */
            correct_extension: string;
            /**
             * @description Name the test gives the file. `stdout` is what the program printed.
             * @example captions.srt
             */
            expected_filename: string;
            /**
             * @description Whether differences and absence never decide.
             * @example false
             */
            ignore: boolean;
            /** @description Accepted variants, by id. */
            variants: components["schemas"]["Variant"][];
        };
        /** @description A regression test with its expected outputs. */
        RegressionTestDetail: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Sample it reads.
             * @example 3
             */
            sample_id: number;
            /**
             * @description Words that are placed in the build’s arguments template, split once by POSIX quoting; no shell sees them.
             * @example --format srt
             */
            command: string;
            /**
             * @description Name of the sample.
             * @example pop-on.m2ts
             */
            sample_name: string;
            /**
             * @description How the sample reaches the program.
             * @example file
             * @enum {string}
             */
            input_type: "file" | "stdin" | "udp";
            /**
             * @description How the program gives its output.
             * @example file
             * @enum {string}
             */
            output_type: "file" | "null" | "stdout" | "tcp" | "cea708" | "multiprogram" | "report";
            /**
             * Format: int32
             * @description Exit code it must end with.
             * @example 0
             */
            expected_rc: number;
            /**
             * @description Whether new runs plan it.
             * @example true
             */
            active: boolean;
            /** @description Categories, by name. */
            categories: string[];
            /**
             * @description What it shows.
             * @example Pop-on captions come out whole
             */
            description: string;
            /**
             * Format: int32
             * @description How long it may run.
             * @example 60000
             */
            timeout_ms: number;
            expected_rc_by_platform: components["schemas"]["PlatformExitCodes"];
            /** @description Expected outputs, by id. */
            outputs: components["schemas"]["ExpectedOutput"][];
        };
        /** @description What a test must exit with on each platform instead of `expected_rc`. */
        PlatformExitCodes: {
            /**
             * Format: int32
             * @description On Linux; null where `expected_rc` holds.
             * @example null
             */
            linux: number | null;
            /**
             * Format: int32
             * @description On Windows; null where `expected_rc` holds.
             * @example 3
             */
            windows: number | null;
        };
        /** @description What the test must exit with on a platform instead of `expected_rc`; what is not named stays. */
        PlatformExitCodesRequest: {
            /**
             * Format: int32
             * @description On Linux; null for `expected_rc`.
             * @example null
             */
            linux?: number | null;
            /**
             * Format: int32
             * @description On Windows; null for `expected_rc`.
             * @example 3
             */
            windows?: number | null;
        };
        /** @description An expected exit code that was changed. */
        ExitCodeChange: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * @description Platform it is for; null for the one that holds where no other does.
             * @example windows
             * @enum {string|null}
             */
            platform: "linux" | "windows" | null;
            /**
             * Format: int32
             * @description What held until then; null when the platform had none of its own.
             * @example null
             */
            previous_rc: number | null;
            /**
             * Format: int32
             * @description What holds from then on; null when the platform has none of its own.
             * @example 3
             */
            expected_rc: number | null;
        };
        /** @description Regression tests, by id. */
        RegressionTestPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["RegressionTest"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A file the test must produce. */
        ExpectedOutputCreateRequest: {
            /**
             * @description Name the test gives the file. `stdout` is what the program printed.
             * @example captions.srt
             */
            expected_filename: string;
            /**
             * @description Extension of the file, with its dot.
             * @default .bin
             * @example .srt
             */
            correct_extension?: string;
            /**
             * @description Whether differences and absence never decide.
             * @default false
             * @example false
             */
            ignore?: boolean;
        };
        /** @description Content to approve as the baseline of an expected output. */
        ExpectedContent: {
            /**
             * @description How `content` is written.
             * @default utf-8
             * @example utf-8
             * @enum {string}
             */
            encoding?: "utf-8" | "base64";
            /**
             * @description What the test must produce, byte for byte; in base64 where that is the encoding.
             * @example test
             */
            content: string;
            /**
             * @description Platform it is limited to, where it wins over the baseline for every platform; null for all.
             * @default null
             * @example null
             * @enum {string|null}
             */
            platform?: "linux" | "windows" | null;
            /**
             * @description Why.
             * @example Written by hand
             */
            comment?: string;
        };
        /** @description A file the test must produce, and its approved content. */
        ExpectedOutputDraft: {
            /**
             * @description Name the test gives the file. `stdout` is what the program printed.
             * @example captions.srt
             */
            expected_filename: string;
            /**
             * @description Extension of the file, with its dot.
             * @default .bin
             * @example .srt
             */
            correct_extension?: string;
            /**
             * @description Whether differences and absence never decide.
             * @default false
             * @example false
             */
            ignore?: boolean;
            expected?: components["schemas"]["ExpectedContent"];
        };
        /** @description What to change; what is not named stays. */
        ExpectedOutputUpdateRequest: {
            /**
             * @description Name the test gives the file. `stdout` is what the program printed.
             * @example captions.srt
             */
            expected_filename?: string;
            /**
             * @description Extension of the file, with its dot.
             * @example .srt
             */
            correct_extension?: string;
            /**
             * @description Whether differences and absence never decide.
             * @example false
             */
            ignore?: boolean;
            expected?: components["schemas"]["ExpectedContent"];
        };
        /** @description A new regression test. */
        RegressionTestCreateRequest: {
            /**
             * Format: int32
             * @description Sample it reads.
             * @example 3
             */
            sample_id: number;
            /**
             * @description Words that are placed in the build’s arguments template, split once by POSIX quoting; no shell sees them.
             * @example --format srt
             */
            command: string;
            /** @description Categories it belongs to. */
            categories: string[];
            /**
             * @description How the sample reaches the program.
             * @default file
             * @example file
             * @enum {string}
             */
            input_type?: "file" | "stdin" | "udp";
            /**
             * @description How the program gives its output.
             * @default file
             * @example file
             * @enum {string}
             */
            output_type?: "file" | "null" | "stdout" | "tcp" | "cea708" | "multiprogram" | "report";
            /**
             * Format: int32
             * @description Exit code it must end with.
             * @default 0
             * @example 0
             */
            expected_rc?: number;
            expected_rc_by_platform?: components["schemas"]["PlatformExitCodesRequest"];
            /**
             * @description What it shows.
             * @default
             * @example Pop-on captions come out whole
             */
            description?: string;
            /**
             * @description Whether new runs plan it.
             * @default false
             * @example true
             */
            active?: boolean;
            /**
             * Format: int32
             * @description How long it may run.
             * @default 60000
             * @example 60000
             */
            timeout_ms?: number;
            /**
             * @description Files it must produce. Their first content becomes the baseline by approval from a run.
             * @default []
             */
            outputs?: components["schemas"]["ExpectedOutputCreateRequest"][];
        };
        /** @description Regression tests, and whether future runs plan them. */
        RegressionTestActivationRequest: {
            /** @description Regression tests. */
            regression_test_ids: number[];
            /**
             * @description Whether future runs plan them.
             * @example true
             */
            active: boolean;
        };
        /** @description What was asked of many tests, and which of them it changed. */
        RegressionTestActivation: {
            /**
             * @description Whether future runs plan them.
             * @example true
             */
            active: boolean;
            /** @description Those that were otherwise until then, in order; the opposite for these undoes it. */
            changed_ids: number[];
            /** @description Those that were so already, in order. */
            unchanged_ids: number[];
        };
        /** @description What to change; what is not named stays. */
        RegressionTestUpdateRequest: {
            /**
             * @description Words that are placed in the build’s arguments template, split once by POSIX quoting; no shell sees them.
             * @example --format srt
             */
            command?: string;
            /** @description Categories it belongs to. */
            categories?: string[];
            /**
             * @description How the sample reaches the program.
             * @example file
             * @enum {string}
             */
            input_type?: "file" | "stdin" | "udp";
            /**
             * @description How the program gives its output.
             * @example file
             * @enum {string}
             */
            output_type?: "file" | "null" | "stdout" | "tcp" | "cea708" | "multiprogram" | "report";
            /**
             * Format: int32
             * @description Exit code it must end with.
             * @example 0
             */
            expected_rc?: number;
            expected_rc_by_platform?: components["schemas"]["PlatformExitCodesRequest"];
            /**
             * @description What it shows.
             * @example Pop-on captions come out whole
             */
            description?: string;
            /**
             * @description Whether new runs plan it.
             * @example true
             */
            active?: boolean;
            /**
             * Format: int32
             * @description How long it may run.
             * @example 60000
             */
            timeout_ms?: number;
        };
        /** @description What is installed, and what it tested last. */
        About: {
            /**
             * @description Version of the server and of this description.
             * @example 0.2.0
             */
            version: string;
            /**
             * @description Commit of the server’s own source, as `SPCI_COMMIT` gives it; null when it does not.
             * @example 2c26b46b68ffc68ff99b453c1d30413413422d70
             */
            platform_commit: string | null;
            /**
             * @description Commit of the run of a registered repository that was completed last in the caller’s domain, runs of pull requests apart; null before the first.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            last_tested_commit: string | null;
            /**
             * @description The latest release among the versions that the domain knows, whichever tool it tests; null where it knows none.
             * @example 0.94
             */
            ccextractor_version: string | null;
            /**
             * Format: date
             * @description Day of that release; null where there is none.
             * @example 2021-12-15
             */
            ccextractor_released: string | null;
        };
        /** @description A GitHub account whose repositories are not run. */
        BlockedUser: {
            /**
             * Format: int64
             * @description The number that GitHub gave the account.
             * @example 9919
             */
            user_id: number;
            /**
             * @description Why, for other administrators; may be empty.
             * @example Runs the same program every day
             */
            comment: string;
            /**
             * Format: date-time
             * @description When it was blocked.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description Whom to block, and why. */
        BlockedUserCreateRequest: {
            /**
             * Format: int64
             * @description The number that GitHub gave the account.
             * @example 9919
             */
            user_id: number;
            /**
             * @description Why, for other administrators.
             * @default
             * @example Runs the same program every day
             */
            comment?: string;
        };
        /**
         * @description Whether an old run goes or stays.
         * @example due
         * @enum {string}
         */
        RetentionState: "due" | "held";
        /** @description A run that ended longer ago than runs are kept. */
        RetentionRun: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * @description Owner and name.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description Commit that was run.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            platform: components["schemas"]["Platform"];
            /**
             * @description Branch it was of.
             * @example main
             */
            branch: string;
            status: components["schemas"]["RunStatus"];
            /**
             * Format: date-time
             * @description When it ended.
             * @example 2026-08-22T10:00:09.000Z
             */
            completed_at: string;
            /**
             * Format: date-time
             * @description When it goes if nothing holds it.
             * @example 2026-11-20T10:00:09.000Z
             */
            due_at: string;
            state: components["schemas"]["RetentionState"];
            /** @description What holds it; empty when it is due. */
            held_because: ("latest_of_main_branch" | "approved_from")[];
            /**
             * Format: int64
             * @description Bytes of its outputs, those that other runs produced too among them.
             * @example 48211
             */
            output_bytes: number;
        };
        /** @description Old runs, the oldest first. */
        RetentionRunPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["RetentionRun"][];
            pagination: components["schemas"]["Pagination"];
            /**
             * Format: int32
             * @description For how many days the installation keeps runs; `null` when it keeps them all.
             * @example 90
             */
            configured_days: number | null;
            /**
             * Format: int64
             * @description Bytes of the outputs of all that is due, counted once for each run.
             * @example 0
             */
            due_bytes: number;
        };
        /**
         * @description A deprecated input or operation: `query.access_token` and `body.access_token` for tokens in these places, an operationId for an operation, that with place and name for another parameter, as in `listRuns.query.sort`, and `credential.legacy_token` for tokens without scopes.
         * @example query.access_token
         */
        DeprecatedItemName: string;
        /** @description How often one operation was asked in this way. */
        DeprecatedOperationUse: {
            /**
             * @description The operation.
             * @example listRuns
             */
            operation_id: string;
            /**
             * Format: int64
             * @description How often.
             * @example 12
             */
            use_count: number;
        };
        /** @description What one client used with one token. */
        DeprecatedUse: {
            item: components["schemas"]["DeprecatedItemName"];
            /**
             * Format: int32
             * @description The token it came with.
             * @example 7
             */
            token_id: number;
            /**
             * @description The public first 16 characters.
             * @example spci_0123456789a
             */
            token_prefix: string;
            /**
             * @description Name of the token.
             * @example pipeline
             */
            token_name: string;
            /**
             * Format: int32
             * @description Owner of the token.
             * @example 1
             */
            user_id: number;
            /**
             * @description Name of the owner.
             * @example Ada
             */
            user_name: string;
            /**
             * @description The first product of `User-Agent`; `other` where it names none in a plain form, and for further clients where a token is used by more than 20.
             * @example curl/8.5.0
             */
            client: string;
            /** @description Which operations it asked, by name. */
            operations: components["schemas"]["DeprecatedOperationUse"][];
            /**
             * Format: int64
             * @description How often in all.
             * @example 12
             */
            use_count: number;
            /**
             * Format: date-time
             * @description The first recorded use.
             * @example 2026-11-29T02:00:00Z
             */
            first_used_at: string;
            /**
             * Format: date-time
             * @description The latest recorded use.
             * @example 2026-11-29T08:30:00Z
             */
            last_used_at: string;
        };
        /** @description A deprecated input or operation, and whether the caller’s domain still needs it. */
        DeprecatedItem: {
            item: components["schemas"]["DeprecatedItemName"];
            /**
             * @description What it is, or where it stands; `operation`, `path` and `header` are not answered yet.
             * @example query
             * @enum {string}
             */
            place: "operation" | "path" | "query" | "header" | "body" | "credential";
            /**
             * Format: date
             * @description Since when it is deprecated.
             * @example 2026-11-29
             */
            deprecated_on: string;
            /**
             * Format: date
             * @description Until when it is there.
             * @example 2027-11-29
             */
            sunset_on: string;
            /**
             * @description What to use instead: an operationId, or in words.
             * @example The header `Authorization`, scheme `Bearer`.
             */
            replacement: string;
            /**
             * Format: date-time
             * @description Since when uses of it are recorded; of what was before, nothing is known.
             * @example 2026-11-29T01:00:00Z
             */
            recording_began_at: string;
            /**
             * Format: date-time
             * @description The latest use in the domain; `null` where none is recorded.
             * @example 2026-11-29T08:30:00Z
             */
            last_used_at: string | null;
            /**
             * @description Whether the domain has not used it for `days` days, as far as all of them were recorded.
             * @example false
             */
            safe_to_remove: boolean;
        };
        /** @description Uses of what is deprecated, by item, token and client. */
        DeprecatedUsePage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["DeprecatedUse"][];
            pagination: components["schemas"]["Pagination"];
            /** @description Every deprecated item, by name, used or not; one where `item` names it. */
            items: components["schemas"]["DeprecatedItem"][];
        };
        /** @description Blocked users, by their number. */
        BlockedUserPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["BlockedUser"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Whom nothing holds back any more. */
        UnblockedUser: {
            /**
             * Format: int64
             * @description The number that GitHub gave the account.
             * @example 9919
             */
            user_id: number;
            /**
             * @description Always true.
             * @example true
             */
            deleted: boolean;
        };
        /** @description Whether the runs of a platform are held back. */
        MaintenanceState: {
            platform: components["schemas"]["Platform"];
            /**
             * @description Whether no run of the platform is given to a worker.
             * @example true
             */
            disabled: boolean;
            /**
             * @description Why, for those who wait; null when none was given.
             * @example New disks
             */
            reason: string | null;
            /**
             * Format: date-time
             * @description When it was last changed; null when it never was.
             * @example 2026-11-22T10:00:00Z
             */
            changed_at: string | null;
        };
        /** @description Every platform. */
        Maintenance: {
            /** @description One for each platform, by name. */
            platforms: components["schemas"]["MaintenanceState"][];
        };
        /** @description Whether to hold back the runs of a platform. */
        MaintenanceUpdateRequest: {
            /**
             * @description Whether no run of the platform is given to a worker.
             * @example true
             */
            disabled: boolean;
            /**
             * @description Why, in one line, for those who wait. Left out, none is shown.
             * @example New disks
             */
            reason?: string;
        };
        /** @description A type of files that is not taken as samples. */
        ForbiddenExtension: {
            /**
             * @description Extension of file names, in lower case and without a dot.
             * @example exe
             */
            extension: string;
        };
        /** @description A type of files to refuse. */
        ForbiddenExtensionCreateRequest: {
            /**
             * @description Extension of file names, without a dot. It is kept in lower case.
             * @example exe
             */
            extension: string;
        };
        /** @description Extensions, in alphabetical order. */
        ForbiddenExtensionPage: {
            /** @description The rows of this page, in the documented order. */
            data: string[];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description The extension that is allowed again. */
        DeletedForbiddenExtension: {
            /**
             * @description Extension of file names, in lower case and without a dot.
             * @example exe
             */
            extension: string;
            /**
             * @description Always true.
             * @example true
             */
            deleted: boolean;
        };
        /** @description What was deleted. */
        DeletedResource: {
            /**
             * Format: int32
             * @description What was deleted.
             * @example 5
             */
            id: number;
            /**
             * @description Always true.
             * @example true
             */
            deleted: boolean;
        };
        /** @description A further content to accept. */
        VariantCreateRequest: {
            /**
             * @description SHA-256 of the content. It must be in the store: produced by a run of this test.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            hash: string;
            /**
             * @description Limit it to one platform.
             * @example linux
             * @enum {string}
             */
            platform?: "linux" | "windows";
        };
        /** @description A group of regression tests. */
        Category: {
            /**
             * Format: int32
             * @description Category.
             * @example 1
             */
            id: number;
            /**
             * @description Name, unique in the domain without regard to case.
             * @example captions
             */
            name: string;
            /**
             * @description What belongs to it.
             * @example Caption extraction
             */
            description: string;
            /**
             * Format: int32
             * @description Regression tests in it.
             * @example 9
             */
            test_count: number;
        };
        /** @description A new category. */
        CategoryCreateRequest: {
            /**
             * @description What the group is called, unique in the domain without regard to case.
             * @example captions
             */
            name: string;
            /**
             * @description What belongs to it.
             * @default
             * @example Caption extraction
             */
            description?: string;
        };
        /** @description What to change; what is not named stays. */
        CategoryUpdateRequest: {
            /**
             * @description What the group is called, unique in the domain without regard to case.
             * @example captions
             */
            name?: string;
            /**
             * @description What belongs to it.
             * @example Caption extraction
             */
            description?: string;
        };
        /** @description Categories, by name. */
        CategoryPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Category"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description What to run for a commit and platform. */
        Build: {
            /**
             * Format: int32
             * @description Build.
             * @example 4
             */
            build_id: number;
            /**
             * @description Owner and name of the repository whose commit was built.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description Commit.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            platform: components["schemas"]["Platform"];
            /**
             * @description File the bytes are stored under on the worker, and what is started. A name that ends in `.js`, `.cjs` or `.mjs` is run by the worker’s Node.
             * @example extractor.cjs
             */
            entry_point: string;
            /**
             * @description Template of the arguments: `{command}`, `{sample}` and `{output}` are replaced.
             * @example {command} {sample} -o {output}
             */
            arguments: string;
            /**
             * @description SHA-256 of the bytes.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * Format: int64
             * @description Size.
             * @example 912384
             */
            size_bytes: number;
            /**
             * Format: date-time
             * @description When it was uploaded.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description Builds, newest first. */
        BuildPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Build"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description What to run. */
        RunCreateRequest: {
            /**
             * @description A registered repository.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description Commit; a build for it and the platform must have been uploaded.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            platform: components["schemas"]["Platform"];
            /**
             * @description Branch the commit is on.
             * @default main
             * @example main
             */
            branch?: string;
            /**
             * @description Commit that the branch left from; the run can be compared with a run of it.
             * @example 0c2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a38
             */
            base_commit_sha?: string;
            /**
             * Format: int32
             * @description Number of the pull request.
             * @example 17
             */
            pull_request?: number;
            /** @description Tests to plan; all active ones when absent. */
            regression_test_ids?: number[];
            /**
             * Format: uuid
             * @description A preflight that must have passed; none when absent.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            preflight_job_id?: string;
        };
        /** @description One commit on one platform against its manifest. */
        Run: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            status: components["schemas"]["RunStatus"];
            /**
             * @description Owner and name of the repository whose commit is run.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description Commit.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            platform: components["schemas"]["Platform"];
            /**
             * @description What asked for it: a commit or a pull request.
             * @example commit
             * @enum {string}
             */
            test_type: "commit" | "pr";
            /**
             * @description Branch the commit was taken from.
             * @example main
             */
            branch: string;
            /**
             * @description Commit that the branch left from, in lower case; null when it was not given.
             * @example 0c2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a38
             */
            base_commit_sha: string | null;
            /**
             * Format: int32
             * @description Pull request.
             * @example null
             */
            pr_number: number | null;
            /**
             * Format: uuid
             * @description The preflight that had to pass before; `null` for none, and once its record is gone.
             * @example 550e8400-e29b-41d4-a716-446655440000
             */
            preflight_job_id: string | null;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it was last queued.
             * @example 2026-11-22T10:00:00Z
             */
            queued_at: string;
            /**
             * Format: date-time
             * @description When a worker first claimed it.
             * @example 2026-11-22T10:00:02Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @description When it ended.
             * @example 2026-11-22T10:00:09Z
             */
            completed_at: string | null;
            /**
             * Format: uri
             * @description The commit or pull request at GitHub; `null` when the installation is not connected to it.
             * @example https://github.com/demo/caption-extractor/pull/17
             */
            github_link: string | null;
            /**
             * Format: int32
             * @description Build it runs.
             * @example 4
             */
            build_id: number;
            /**
             * Format: int32
             * @description How many times it was handed to a worker.
             * @example 1
             */
            attempt: number;
            /**
             * Format: int32
             * @description Regression tests it planned.
             * @example 9
             */
            planned_count: number;
            /**
             * Format: int32
             * @description Tests that have a result.
             * @example 9
             */
            reported_count: number;
            /**
             * Format: int32
             * @description Results that pass.
             * @example 9
             */
            pass_count: number;
            /**
             * Format: int32
             * @description Results that fail.
             * @example 0
             */
            fail_count: number;
            /**
             * Format: int32
             * @description Results that lack an output.
             * @example 0
             */
            missing_output_count: number;
            /**
             * Format: int32
             * @description Planned tests that were skipped.
             * @example 0
             */
            skipped_count: number;
            /**
             * @description Why it still waits; null unless queued.
             * @example null
             */
            queue_reason: string | null;
        };
        /** @description Runs in the order asked for. */
        RunPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Run"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description The counts of a run. */
        RunSummary: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            status: components["schemas"]["RunStatus"];
            /**
             * Format: int32
             * @description Regression tests it planned.
             * @example 9
             */
            total_samples: number;
            /**
             * Format: int32
             * @description Results that pass.
             * @example 9
             */
            pass_count: number;
            /**
             * Format: int32
             * @description Results that fail.
             * @example 0
             */
            fail_count: number;
            /**
             * Format: int32
             * @description Planned tests without a result, skipped ones included.
             * @example 0
             */
            skipped_count: number;
            /**
             * Format: int32
             * @description Results that lack an output.
             * @example 0
             */
            missing_output_count: number;
            /**
             * Format: int32
             * @description Faults found: wrong exit codes, missing outputs and differences, each counted.
             * @example 0
             */
            error_count: number;
            /**
             * Format: int64
             * @description Sum of the tests’ run times; null before the first result.
             * @example 5120
             */
            duration_ms: number | null;
        };
        /** @description One step of a run’s history. */
        ProgressEvent: {
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-11-22T10:00:00Z
             */
            timestamp: string;
            /**
             * @description What the run was doing.
             * @example testing
             * @enum {string}
             */
            status: "queued" | "preparation" | "testing" | "completed" | "canceled" | "error";
            /**
             * @description What happened.
             * @example First result from worker bench-1
             */
            message: string;
            /**
             * Format: int32
             * @description Results recorded by then.
             * @example 1
             */
            step: number;
            /**
             * Format: int32
             * @description Attempt it belongs to.
             * @example 1
             */
            attempt: number;
        };
        /** @description Events, oldest first. */
        ProgressEventPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["ProgressEvent"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description What a run planned, frozen at its creation. */
        RunConfig: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            platform: components["schemas"]["Platform"];
            /**
             * @description Branch the commit was taken from.
             * @example main
             */
            branch: string;
            /**
             * @description Commit.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            /** @description The planned tests, by id. */
            regression_test_ids: number[];
        };
        /** @description Why the run is canceled. */
        RunCancelRequest: {
            /**
             * @description Why.
             * @example Superseded by a newer commit
             */
            reason?: string;
        };
        /** @description What became of the request. */
        RunActionResult: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * @description What was asked.
             * @example cancel
             * @enum {string}
             */
            action: "cancel" | "restart";
            /**
             * @description `no_op` when the run had already ended.
             * @example accepted
             * @enum {string}
             */
            status: "accepted" | "no_op";
            /**
             * @description What happened.
             * @example The run is canceled.
             */
            message: string;
        };
        /** @description Runs in a row in which an output had one content and its test passed, or did not. */
        OutputChange: {
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description Its name.
             * @example captions.srt
             */
            filename: string;
            /**
             * @description Owner and name of the repository.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description Branch of the runs.
             * @example main
             */
            branch: string;
            platform: components["schemas"]["Platform"];
            /**
             * @description What was produced; null when nothing was.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string | null;
            /**
             * @description Whether the test passed in these runs.
             * @example false
             */
            passed: boolean;
            /**
             * @description How the stretch began. The test passed before and does not any more, the other way round, or the content changed while it went on to fail or to pass; the first stretch of all is `first_seen`.
             * @example regressed
             * @enum {string}
             */
            change: "first_seen" | "regressed" | "fixed" | "changed_while_failing" | "changed_while_passing";
            /**
             * Format: int32
             * @description Runs in the stretch.
             * @example 3
             */
            run_count: number;
            first_run: components["schemas"]["ComparableRun"];
            last_run: components["schemas"]["ComparableRun"];
            previous_run?: components["schemas"]["ComparableRun"];
        };
        /** @description Stretches, the one that began last first. */
        OutputChangePage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["OutputChange"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description What a run was and is. */
        RunReEvaluation: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            status_before: components["schemas"]["RunStatus"];
            status_after: components["schemas"]["RunStatus"];
            /**
             * Format: int32
             * @description Outputs of which something else is expected now; 0 when nothing was recorded.
             * @example 3
             */
            changed_output_count: number;
        };
        /**
         * @description Passed there and failed here, the other way round, failed in both with other or the same contents, passed in both, without a verdict here (`not_judged`), without one there (`no_reference`).
         * @example broken_here
         * @enum {string}
         */
        ComparisonVerdict: "broken_here" | "fixed_here" | "failing_differently" | "failing_identically" | "unchanged_pass" | "not_judged" | "no_reference";
        /** @description Planned tests, by how they compare. */
        ComparisonCounts: {
            /**
             * Format: int32
             * @description Passed there and failed here.
             * @example 1
             */
            broken_here: number;
            /**
             * Format: int32
             * @description Failed there and passed here.
             * @example 0
             */
            fixed_here: number;
            /**
             * Format: int32
             * @description Failed in both with other contents or exits.
             * @example 0
             */
            failing_differently: number;
            /**
             * Format: int32
             * @description Failed in both alike.
             * @example 0
             */
            failing_identically: number;
            /**
             * Format: int32
             * @description Passed in both.
             * @example 0
             */
            unchanged_pass: number;
            /**
             * Format: int32
             * @description Without a verdict here.
             * @example 0
             */
            not_judged: number;
            /**
             * Format: int32
             * @description Without a verdict there.
             * @example 0
             */
            no_reference: number;
        };
        /** @description How one test came out beside the reference. */
        ComparedTest: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Its sample.
             * @example 3
             */
            sample_id: number;
            status: components["schemas"]["ResultStatus"];
            reference_status?: components["schemas"]["ResultStatus"];
            verdict: components["schemas"]["ComparisonVerdict"];
        };
        /** @description A run beside a reference. */
        RunComparisonPage: {
            reference?: components["schemas"]["ComparableRun"];
            /**
             * @description Whether the main branch and the branch point have the same run to compare with.
             * @example false
             */
            same_reference: boolean;
            counts: components["schemas"]["ComparisonCounts"];
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["ComparedTest"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description One output of a result. */
        RunSampleOutput: {
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description Name of the file.
             * @example captions.srt
             */
            filename: string;
            /**
             * @description The verdict on this output. `missing_expected`: it was produced and nothing is approved to compare it with.
             * @example pass
             * @enum {string}
             */
            status: "pass" | "fail" | "missing_output" | "missing_expected";
            class: components["schemas"]["DifferenceClass"];
            /**
             * @description Whether it never decides.
             * @example false
             */
            ignore: boolean;
            /**
             * @description SHA-256 of the baseline the run froze; null when there was none.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            expected_sha256: string | null;
            /**
             * @description SHA-256 of what the test produced; null when it produced nothing.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            actual_sha256: string | null;
        };
        /** @description One regression test in one run. */
        RunSample: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * @description Name of the sample.
             * @example pop-on.m2ts
             */
            sample_name: string;
            /** @description Categories of the test, by name. */
            categories: string[];
            /**
             * @description The planned command.
             * @example --format srt
             */
            command: string;
            status: components["schemas"]["ResultStatus"];
            /**
             * Format: int64
             * @description How long it ran.
             * @example 412
             */
            runtime_ms: number | null;
            /**
             * Format: int32
             * @description Exit code; 128 plus the signal’s number when a signal ended it; null when there is none.
             * @example 0
             */
            exit_code: number | null;
            /**
             * Format: int32
             * @description Exit code it must end with.
             * @example 0
             */
            expected_rc: number;
            /**
             * @description Whether it was stopped at its time limit.
             * @example false
             */
            timed_out: boolean;
            /**
             * @description Why it was skipped.
             * @example null
             */
            skip_reason: string | null;
            /**
             * Format: int32
             * @description Attempt that reported it.
             * @example 1
             */
            attempt: number | null;
            /** @description Its declared outputs, by id. */
            outputs: components["schemas"]["RunSampleOutput"][];
        };
        /** @description What one test over a sample came to in one run. */
        SampleHistoryEntry: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            status: components["schemas"]["ResultStatus"];
            platform: components["schemas"]["Platform"];
            /**
             * @description Branch of the run.
             * @example main
             */
            branch: string;
            /**
             * @description Commit of the run.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            /**
             * Format: date-time
             * @description When the run was created.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the result was reported; null while there is none.
             * @example 2026-11-22T10:00:04Z
             */
            tested_at: string | null;
            /**
             * Format: int64
             * @description How long it ran; null while there is no result.
             * @example 412
             */
            runtime_ms: number | null;
            /**
             * @description What decided against the result, as it was recorded, so that equal failures of several runs have equal texts. The first that applies of `missing_output`, `test_failure:timeout`, `exit_code_mismatch:rc:CODE`, `missing_expected:output:ID` and `diff_mismatch:output:ID`, of the first output concerned; null unless the status is `fail` or `missing_output`.
             * @example diff_mismatch:output:9
             */
            failure_signature: string | null;
        };
        /** @description Results over a sample, the newest run first. */
        SampleHistoryEntryPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["SampleHistoryEntry"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Results, by regression test. */
        RunSamplePage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["RunSample"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @description What went wrong in a test: `test_failure` (the command was stopped at its time limit), `exit_code_mismatch` (it exited otherwise than expected), `missing_output`, `missing_expected` (an output for which nothing is approved), `diff_mismatch` (an output that differs from everything approved for it).
         * @example diff_mismatch
         * @enum {string}
         */
        ErrorType: "test_failure" | "exit_code_mismatch" | "missing_output" | "missing_expected" | "diff_mismatch";
        /**
         * @description How much an error weighs. Outputs that differ are warnings, since a person may approve them, and so is what kept nobody from the work; `critical` is infrastructure that ended the run; the rest are errors. `info` is kept for clients of the reference API and never answered.
         * @example warning
         * @enum {string}
         */
        Severity: "info" | "warning" | "error" | "critical";
        /** @description Where an error showed. */
        ErrorLocation: {
            /**
             * @description The output; null when the error is the command’s.
             * @example captions.srt
             */
            file: string | null;
            /**
             * @description The sample’s name.
             * @example pop-on.m2ts
             */
            sample_name: string;
        };
        /** @description One thing that speaks against a result. */
        ErrorItem: {
            /**
             * @description The same for the same error of the same run.
             * @example err_12_5_9
             */
            error_id: string;
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_id: number;
            /**
             * Format: int32
             * @description Expected output; null when the error is the command’s.
             * @example 9
             */
            output_id: number | null;
            type: components["schemas"]["ErrorType"];
            severity: components["schemas"]["Severity"];
            /**
             * @description How the output differs; null when the error is the command’s.
             * @example line_endings
             * @enum {string|null}
             */
            difference: "missing_actual" | "missing_expected" | "empty" | "byte_order_mark" | "line_endings" | "trailing_space" | "time_shift" | "lines_added" | "lines_removed" | "lines_changed" | "binary" | "not_compared" | null;
            /**
             * @description What happened, in words.
             * @example captions.srt differs from what is approved
             */
            message: string;
            location: components["schemas"]["ErrorLocation"];
            /**
             * Format: int32
             * @description Which attempt reported the result.
             * @example 1
             */
            attempt: number;
            /**
             * Format: date-time
             * @description When the result was reported.
             * @example 2026-11-22T10:00:00Z
             */
            occurred_at: string;
        };
        /** @description Errors, by regression test and output. */
        ErrorItemPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["ErrorItem"][];
            pagination: components["schemas"]["Pagination"];
        };
        /**
         * @description Which part of the infrastructure an error is of. The server itself records `worker` and `storage`; the rest is what a worker says of a failure that it met.
         * @example worker
         * @enum {string}
         */
        InfrastructureErrorType: "queue" | "vm_provisioning" | "checkout" | "merge" | "build" | "worker" | "web_server" | "storage";
        /**
         * @description What was recorded: `lease_expired` (the worker sent no heartbeat in time), `worker_revoked` (an operator revoked it while it had the run), `worker_failed` (the worker told of a failure), `no_results` (it ended the work without a result), `bytes_missing` (stored bytes of a sample or of the build are gone).
         * @example lease_expired
         * @enum {string}
         */
        InfrastructureErrorCause: "lease_expired" | "worker_revoked" | "worker_failed" | "no_results" | "bytes_missing";
        /** @description One thing that went wrong around a run. */
        InfrastructureError: {
            /**
             * @description The same at every reading.
             * @example err_12_infra_7
             */
            error_id: string;
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Sample whose bytes are gone; null when the error is of no sample.
             * @example null
             */
            sample_id: number | null;
            type: components["schemas"]["InfrastructureErrorType"];
            cause: components["schemas"]["InfrastructureErrorCause"];
            severity: components["schemas"]["Severity"];
            /**
             * @description What happened, in words.
             * @example Worker bench-1 let its lease run out; the run was queued again
             */
            message: string;
            /**
             * @description Where the failure came from, innermost first, as the worker told it; empty unless asked for.
             * @example []
             */
            stack: string[];
            /**
             * Format: int32
             * @description Attempt that met it.
             * @example 1
             */
            attempt: number;
            /**
             * Format: date-time
             * @description When it was recorded.
             * @example 2026-11-22T10:00:00Z
             */
            occurred_at: string;
        };
        /** @description Errors of the infrastructure, oldest first. */
        InfrastructureErrorPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["InfrastructureError"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Errors that have something in common. */
        ErrorSummaryBucket: {
            /**
             * @description What they have in common.
             * @example type
             * @enum {string}
             */
            group_by: "type" | "sample_id" | "regression_id" | "severity";
            /**
             * @description Its value; an id as a string of digits.
             * @example diff_mismatch
             */
            key: string;
            /**
             * Format: int32
             * @description How many errors.
             * @example 2
             */
            count: number;
            severity: components["schemas"]["Severity"];
            /**
             * @description The samples concerned, by id; the first 1,000 of them.
             * @example [
             *       3,
             *       4
             *     ]
             */
            sample_ids: number[];
            /**
             * Format: date-time
             * @description When the first was reported.
             * @example 2026-11-22T10:00:00Z
             */
            first_seen_at: string;
            /**
             * Format: date-time
             * @description When the last was reported.
             * @example 2026-11-22T10:00:04Z
             */
            last_seen_at: string;
        };
        /** @description Groups of errors, the largest first. */
        ErrorSummaryBucketPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["ErrorSummaryBucket"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Bytes that are stored of a run. */
        Artifact: {
            /**
             * @description The same at every reading.
             * @example art_12_9_actual_output
             */
            artifact_id: string;
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Sample of the test; null of the build.
             * @example 3
             */
            sample_id: number | null;
            /**
             * Format: int32
             * @description Regression test; null of the build.
             * @example 5
             */
            regression_test_id: number | null;
            /**
             * Format: int32
             * @description Expected output; null of the build.
             * @example 9
             */
            output_id: number | null;
            /**
             * @description What it is. `build_log`, `sample_output`, `diff`, `media_info`, `coredump` and `combined_stdout` are kept for clients of the reference API and never answered.
             * @example actual_output
             * @enum {string}
             */
            type: "build_log" | "sample_output" | "expected_output" | "actual_output" | "diff" | "media_info" | "binary" | "coredump" | "combined_stdout";
            /**
             * @description Name of the file.
             * @example captions.srt
             */
            filename: string;
            /**
             * @description What the bytes are taken for; the platform does not guess.
             * @example application/octet-stream
             */
            content_type: string;
            /**
             * Format: int64
             * @description Size; null where it was not recorded and the bytes are gone.
             * @example 4
             */
            size_bytes: number | null;
            /**
             * @description SHA-256 of the content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * @description Whether the bytes are still there. `degraded` is kept for clients of the reference API and never answered.
             * @example ok
             * @enum {string}
             */
            storage_status: "ok" | "degraded" | "missing";
            /**
             * Format: uri
             * @description Address that serves the bytes for ten minutes without further credentials; null when they are gone.
             * @example http://127.0.0.1:8080/api/v1/files/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08?name=captions.srt&domain=1&expires=1795341600&signature=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
             */
            download_url: string | null;
        };
        /** @description Artifacts, the build first, then by regression test and output. */
        ArtifactPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Artifact"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description The content of an output. */
        OutputFile: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_id: number;
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description Name of the file.
             * @example captions.srt
             */
            filename: string;
            /**
             * @description Always octets: what a test wrote is never served as a page.
             * @example application/octet-stream
             * @enum {string}
             */
            content_type: "application/octet-stream";
            /**
             * @description How `content` is written.
             * @example utf-8
             * @enum {string}
             */
            encoding: "utf-8" | "base64";
            /**
             * @description The first 786,432 bytes at most.
             * @example 1
             *     00:00:01,000 --> 00:00:02,000
             *     Hello
             */
            content: string;
            /**
             * @description Whether `content` is not the whole file.
             * @example false
             */
            truncated: boolean;
            /**
             * Format: int64
             * @description Size of the whole file.
             * @example 38
             */
            size_bytes: number;
            /**
             * Format: uri
             * @description Address that serves the bytes for ten minutes without further credentials.
             * @example http://127.0.0.1:8080/api/v1/files/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08?name=pop-on.m2ts&domain=1&expires=1795341600&signature=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
             */
            download_url: string;
            /**
             * @description SHA-256 of the whole file.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * @description Whether the bytes are there. `degraded` is kept for clients of the reference API and never answered.
             * @example ok
             * @enum {string}
             */
            storage_status: "ok" | "degraded" | "missing";
        };
        /** @description A line of a difference. */
        DiffLine: {
            /**
             * @description Where it stands.
             * @example context
             * @enum {string}
             */
            kind: "context" | "added" | "removed";
            /**
             * Format: int32
             * @description Its number in the expected content.
             * @example 2
             */
            expected_line: number | null;
            /**
             * Format: int32
             * @description Its number in the actual content.
             * @example 2
             */
            actual_line: number | null;
            /**
             * @description The line, up to 1,000 characters, its carriage return and byte-order mark kept.
             * @example Hello
             */
            text: string;
            /**
             * @description Whether `text` is the beginning of a longer line.
             * @example false
             */
            text_truncated: boolean;
            /**
             * @description Whether the line is the last of its file and has no newline.
             * @example false
             */
            no_newline_at_end: boolean;
        };
        /** @description Lines that differ, with their surroundings. */
        DiffHunk: {
            /**
             * Format: int32
             * @description First line in the expected content.
             * @example 1
             */
            expected_start: number;
            /**
             * Format: int32
             * @description First line in the actual content.
             * @example 1
             */
            actual_start: number;
            /** @description The lines. */
            lines: components["schemas"]["DiffLine"][];
        };
        /** @description How much differs. */
        DiffSummary: {
            /**
             * Format: int32
             * @description Lines only in the actual content.
             * @example 1
             */
            added_lines: number;
            /**
             * Format: int32
             * @description Lines only in the expected content.
             * @example 1
             */
            removed_lines: number;
            /**
             * Format: int32
             * @description Places that differ.
             * @example 1
             */
            changed_hunks: number;
        };
        /** @description Difference as data. */
        Diff: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_id: number;
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description Which of the two shapes this is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            format: "structured";
            /**
             * @description How the two compare.
             * @example different
             * @enum {string}
             */
            status: "identical" | "different" | "missing_expected" | "missing_actual";
            class: components["schemas"]["DifferenceClass"];
            summary: components["schemas"]["DiffSummary"];
            /** @description The places that differ, up to 500. */
            hunks: components["schemas"]["DiffHunk"][];
            /**
             * @description Whether hunks or lines were left out.
             * @example false
             */
            truncated: boolean;
            /**
             * @description Whether the contents differ too much to be aligned, so that all lines of one stand against all of the other.
             * @example false
             */
            whole_file: boolean;
            /**
             * @description Whether a side is not text; then there are no hunks.
             * @example false
             */
            binary: boolean;
        };
        /** @description Difference as a unified diff. */
        UnifiedDiff: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_id: number;
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description Which of the two shapes this is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            format: "unified";
            /**
             * @description The diff; empty when nothing differs.
             * @example --- expected
             *     +++ actual
             *     @@ -1 +1 @@
             *     -Helo
             *     +Hello
             */
            content: string;
            /**
             * @description Whether the diff was cut.
             * @example false
             */
            truncated: boolean;
        };
        /** @description A difference, structured or unified. */
        OutputDiff: components["schemas"]["Diff"] | components["schemas"]["UnifiedDiff"];
        /** @description What was run. */
        ExplainedRun: {
            /**
             * @description Whose commit was run.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description Commit, in lower case.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            /**
             * @description Where the commit was made.
             * @example master
             */
            branch: string;
            platform: components["schemas"]["Platform"];
            /**
             * Format: int32
             * @description Attempts so far.
             * @example 1
             */
            attempt: number;
            /**
             * Format: date-time
             * @description When the run was created.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * @description What happened to it last.
             * @example Completed with 9 of 9 results
             */
            last_event: string;
        };
        /** @description How many of the planned tests came to what; all but the first add up to it. */
        ExplainedCounts: {
            /**
             * Format: int32
             * @description Planned tests.
             * @example 9
             */
            planned_count: number;
            /**
             * Format: int32
             * @description Results that pass.
             * @example 7
             */
            pass_count: number;
            /**
             * Format: int32
             * @description Results that fail.
             * @example 2
             */
            fail_count: number;
            /**
             * Format: int32
             * @description Results that lack an output.
             * @example 0
             */
            missing_output_count: number;
            /**
             * Format: int32
             * @description Tests the worker skipped.
             * @example 0
             */
            skipped_count: number;
            /**
             * Format: int32
             * @description Tests without a result.
             * @example 0
             */
            unreported_count: number;
        };
        /** @description What the run planned, frozen. */
        ExplainedTest: {
            /**
             * @description Words that were placed in the build’s arguments template.
             * @example --format srt
             */
            command: string;
            input_type: components["schemas"]["InputType"];
            output_type: components["schemas"]["OutputType"];
            /**
             * Format: int32
             * @description How long it may run.
             * @example 60000
             */
            timeout_ms: number;
            /**
             * Format: int32
             * @description Sample it reads.
             * @example 3
             */
            sample_id: number;
            /**
             * @description Name of the sample.
             * @example pop-on.m2ts
             */
            sample_name: string;
            /**
             * @description SHA-256 of the sample.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sample_sha256: string;
            /**
             * Format: int64
             * @description Size of the sample.
             * @example 48128
             */
            sample_size_bytes: number;
        };
        /** @description How the command ended. */
        ExplainedExit: {
            /**
             * Format: int32
             * @description Its exit code; null when there is none.
             * @example 0
             */
            exit_code: number | null;
            /**
             * Format: int32
             * @description Exit code it must end with.
             * @example 0
             */
            expected_rc: number;
            /**
             * @description Whether it was stopped at its time limit.
             * @example false
             */
            timed_out: boolean;
            /**
             * Format: int64
             * @description How long it ran; null when there is no result.
             * @example 412
             */
            runtime_ms: number | null;
            /**
             * @description Why the worker skipped it; null when it did not.
             * @example null
             */
            skip_reason: string | null;
        };
        /** @description How an output differs, and where first. */
        ExplainedDifference: {
            summary: components["schemas"]["DiffSummary"];
            first_hunk: components["schemas"]["DiffHunk"];
        };
        /** @description An output that is not what is approved. */
        ExplainedOutput: {
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description Name of the file.
             * @example captions.srt
             */
            filename: string;
            difference_class: components["schemas"]["DifferenceClass"];
            /**
             * @description Whether it never decides.
             * @example false
             */
            ignore: boolean;
            /**
             * @description The baseline that the run froze; null when there was none.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            expected_sha256: string | null;
            /**
             * @description What the test produced; null when it produced nothing.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            actual_sha256: string | null;
            /**
             * Format: int32
             * @description Further contents that would have been accepted.
             * @example 0
             */
            variant_count: number;
            difference?: components["schemas"]["ExplainedDifference"];
        };
        /** @description A kind of failure, told of its first result. Results are of one kind when they have the same status, wrong exit and classes of difference in outputs of the same names. */
        ExplainedFailure: {
            /**
             * Format: int32
             * @description The first test of this kind.
             * @example 5
             */
            regression_test_id: number;
            status: components["schemas"]["ResultStatus"];
            /**
             * @description What is wrong.
             * @example Exit code 3 instead of 0.
             */
            headline: string;
            /**
             * @description Its command.
             * @example --format srt
             */
            command: string;
            /**
             * Format: int32
             * @description Its sample.
             * @example 3
             */
            sample_id: number;
            /**
             * @description Name of its sample.
             * @example pop-on.m2ts
             */
            sample_name: string;
            /** @description Its outputs that are not what is approved, ignored ones last. */
            outputs: components["schemas"]["ExplainedOutput"][];
            /**
             * Format: int32
             * @description Results of this kind.
             * @example 2
             */
            result_count: number;
            /** @description The first tests of this kind, by id. */
            regression_test_ids: number[];
            /**
             * @description Where it is explained in full.
             * @example /api/v1/runs/12/results/5/explain
             */
            explain: string;
        };
        /** @description A run of the same repository, branch and platform. */
        ComparableRun: {
            /**
             * Format: int32
             * @description Run.
             * @example 10
             */
            run_id: number;
            /**
             * @description Commit, in lower case.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            /**
             * Format: date-time
             * @description When the run was created.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description Where the test broke, on the way to this run along its branch and platform. */
        ExplainedHistory: {
            last_passed?: components["schemas"]["ComparableRun"];
            first_failed?: components["schemas"]["ComparableRun"];
        };
        /** @description A line about the test that its last three passes do not have. */
        ExplainedLogLine: {
            /**
             * Format: int32
             * @description Its number in the log of the run.
             * @example 14
             */
            line: number;
            /**
             * @description Severity.
             * @example warning
             * @enum {string}
             */
            level: "debug" | "info" | "warning" | "error" | "critical";
            /**
             * @description The text.
             * @example row code out of bounds
             */
            message: string;
        };
        /** @description Other results of the run that are of the same kind of failure. */
        AlikeResults: {
            /**
             * Format: int32
             * @description How many there are.
             * @example 1
             */
            count: number;
            /** @description The first of them, by id. */
            regression_test_ids: number[];
        };
        /** @description An operation that may be of use now. */
        NextStep: {
            /**
             * @description Its id in this description.
             * @example getOutputDiff
             */
            operation_id: string;
            /**
             * @description Its method.
             * @example GET
             * @enum {string}
             */
            method: "GET" | "POST";
            /**
             * @description Its address.
             * @example /api/v1/runs/12
             */
            path: string;
            scope: components["schemas"]["Scope"];
            /**
             * @description Whether the token that asked may call it.
             * @example true
             */
            allowed: boolean;
            /**
             * @description When to call it.
             * @example See the whole difference.
             */
            why: string;
        };
        /** @description What did not fit or was not compared. */
        ExplanationOmission: {
            /**
             * @description Its kind; `details` are members and items of this answer.
             * @example log_lines
             * @enum {string}
             */
            what: "details" | "difference_lines" | "log_lines" | "results";
            /**
             * Format: int32
             * @description How much was left out.
             * @example 3
             */
            count: number;
            /**
             * @description Where to read it.
             * @example /api/v1/runs/12/logs
             */
            path: string;
        };
        /** @description What came of a run. Members that are not required are left out when there is no room for them. */
        RunExplanation: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            status: components["schemas"]["RunStatus"];
            /**
             * @description What came of it.
             * @example The run is complete. 9 of 9 tests passed.
             */
            headline: string;
            run?: components["schemas"]["ExplainedRun"];
            counts: components["schemas"]["ExplainedCounts"];
            /** @description Each kind of what is not passed, failures before tests without a verdict, the largest kind first. */
            failures: components["schemas"]["ExplainedFailure"][];
            /** @description What may be done next. */
            next: components["schemas"]["NextStep"][];
            /** @description What was left out; empty when nothing was. */
            omitted: components["schemas"]["ExplanationOmission"][];
        };
        /** @description Why a test came out as it did. Members that are not required are left out when there is no room for them; `history` also when the test passed. */
        ResultExplanation: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            run_status: components["schemas"]["RunStatus"];
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            status: components["schemas"]["ResultStatus"];
            /**
             * @description What came of it.
             * @example Exit code 3 instead of 0.
             */
            headline: string;
            run?: components["schemas"]["ExplainedRun"];
            test?: components["schemas"]["ExplainedTest"];
            exit?: components["schemas"]["ExplainedExit"];
            /** @description Outputs that are not what is approved, ignored ones last. */
            outputs: components["schemas"]["ExplainedOutput"][];
            history?: components["schemas"]["ExplainedHistory"];
            /** @description Lines about the test that its last three passes do not have, in order. */
            log_lines: components["schemas"]["ExplainedLogLine"][];
            alike: components["schemas"]["AlikeResults"];
            /** @description What may be done next. */
            next: components["schemas"]["NextStep"][];
            /** @description What was left out; empty when nothing was. */
            omitted: components["schemas"]["ExplanationOmission"][];
        };
        /** @description Which output to approve. */
        BaselineApprovalRequest: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_id: number;
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description Withdraw the variants of this output as well.
             * @default false
             * @example false
             */
            remove_variants?: boolean;
            /**
             * @description Approve only if the test produced this content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            actual_sha256?: string;
            /**
             * @description Approve only if this is the baseline that it replaces; null if there must be none.
             * @example null
             */
            baseline_sha256?: string | null;
        };
        /** @description An approval as recorded. */
        BaselineApproval: {
            /**
             * @description Always approved.
             * @example approved
             * @enum {string}
             */
            status: "approved";
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_id: number;
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * Format: int32
             * @description Approval.
             * @example 3
             */
            approval_id: number;
            /**
             * @description Name of the account that approved.
             * @example Ada
             */
            requested_by: string;
            /**
             * Format: date-time
             * @description When it was approved.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
        };
        /** @description One output to approve. */
        ApprovalItemRequest: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description Approve only if the test produced this content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            actual_sha256?: string;
            /**
             * @description Approve only if this is the baseline that it replaces; null if there must be none.
             * @example null
             */
            baseline_sha256?: string | null;
        };
        /** @description One declared output of a test that has a result. */
        RunOutput: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            difference_class: components["schemas"]["DifferenceClass"];
            /**
             * @description What the test produced; null when it produced nothing.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            actual_sha256: string | null;
            /**
             * @description What the run expects; null when nothing is approved.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            baseline_sha256: string | null;
        };
        /** @description Outputs, by regression test and output. */
        RunOutputPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["RunOutput"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description Which outputs of the run to approve, all or none. */
        BaselineApprovalsRequest: {
            /** @description The outputs. */
            outputs: components["schemas"]["ApprovalItemRequest"][];
            /**
             * @description Withdraw the variants of these outputs as well.
             * @default false
             * @example false
             */
            remove_variants?: boolean;
            /**
             * @description Limit the baselines to one platform: that of the run.
             * @example linux
             * @enum {string}
             */
            platform?: "linux" | "windows";
            /**
             * @description Why.
             * @example Positions are intended since 7.0.0
             */
            comment?: string;
        };
        /** @description One approved output. */
        ApprovedOutput: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description The baseline before; null when there was none.
             * @example null
             */
            previous_sha256: string | null;
            /**
             * @description The baseline now.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /** @description Variants that were withdrawn with it, by content. */
            removed_variants: components["schemas"]["VariantContent"][];
        };
        /** @description A further content of an output, and where it is accepted. */
        VariantContent: {
            /**
             * @description Platform it was limited to; null for all.
             * @example null
             * @enum {string|null}
             */
            platform: "linux" | "windows" | null;
            /**
             * @description The content.
             * @example 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
             */
            sha256: string;
        };
        /** @description An approval of one or many outputs in one step. */
        BaselineApprovals: {
            /**
             * Format: int32
             * @description Approval.
             * @example 3
             */
            approval_id: number;
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * @description Name of the account that approved.
             * @example Ada
             */
            requested_by: string;
            /**
             * @description Why.
             * @example Positions are intended since 7.0.0
             */
            comment: string | null;
            /**
             * @description Platform the baselines are limited to; null for all.
             * @example null
             * @enum {string|null}
             */
            platform: "linux" | "windows" | null;
            /**
             * Format: date-time
             * @description When it was approved.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /** @description What was approved, by test and output. */
            outputs: components["schemas"]["ApprovedOutput"][];
            status_before: components["schemas"]["RunStatus"];
            status_after: components["schemas"]["RunStatus"];
            undone?: components["schemas"]["UndoNote"];
        };
        /** @description By whom an approval was undone, why and when. */
        UndoNote: {
            /**
             * @description Name of the account that undid it.
             * @example Ada
             */
            requested_by: string;
            /**
             * @description Why.
             * @example The positions were not intended after all
             */
            comment: string | null;
            /**
             * Format: date-time
             * @description When it was undone.
             * @example 2026-11-22T11:00:00Z
             */
            created_at: string;
        };
        /** @description Why the approval is undone. */
        ApprovalUndoRequest: {
            /**
             * @description Why.
             * @example The positions were not intended after all
             */
            comment?: string;
        };
        /** @description The undo of an approval, as recorded. */
        UndoneApproval: {
            /**
             * Format: int32
             * @description Approval.
             * @example 3
             */
            approval_id: number;
            /**
             * Format: int32
             * @description Run it had been approved from; null when it was given with the expected output, or was a variant or an exit code by itself.
             * @example 12
             */
            run_id: number | null;
            /**
             * @description Name of the account that undid it.
             * @example Ada
             */
            requested_by: string;
            /**
             * @description Why.
             * @example The positions were not intended after all
             */
            comment: string | null;
            /**
             * Format: date-time
             * @description When it was undone.
             * @example 2026-11-22T11:00:00Z
             */
            created_at: string;
            /** @description What applies again, by test and output. */
            outputs: components["schemas"]["RestoredOutput"][];
            /** @description Expected exit codes that hold again, that of no platform first. */
            exit_codes: components["schemas"]["ExitCodeChange"][];
            status_before?: components["schemas"]["RunStatus"];
            status_after?: components["schemas"]["RunStatus"];
        };
        /** @description One output whose approval was undone. */
        RestoredOutput: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description The baseline until then; null when only a variant had changed.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            undone_sha256: string | null;
            /**
             * @description The baseline that applies again; null when there was none.
             * @example null
             */
            restored_sha256: string | null;
            /** @description Variants that are accepted again, by content. */
            restored_variants: components["schemas"]["VariantContent"][];
            /** @description Variants that are accepted no more, by content. */
            removed_variants: components["schemas"]["VariantContent"][];
        };
        /** @description Approvals, newest first. */
        BaselineApprovalsPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["BaselineApprovals"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description A content that became the baseline of an output, a variant of it that was accepted or withdrawn, or expected exit codes that were changed. */
        TestApproval: {
            /**
             * Format: int32
             * @description Approval.
             * @example 3
             */
            approval_id: number;
            /**
             * Format: int32
             * @description Run it was approved from; null when it was given with the expected output, or is a variant or an exit code by itself.
             * @example 12
             */
            run_id: number | null;
            /**
             * @description Name of the account that did it.
             * @example Ada
             */
            requested_by: string;
            /**
             * @description Why.
             * @example Positions are intended since 7.0.0
             */
            comment: string | null;
            /**
             * @description Platform the baseline or variant is limited to; null for all.
             * @example null
             * @enum {string|null}
             */
            platform: "linux" | "windows" | null;
            /**
             * Format: date-time
             * @description When it was done.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * Format: int32
             * @description Expected output; null when exit codes were changed.
             * @example 9
             */
            output_id: number | null;
            /**
             * @description The baseline before; null when there was none, or it stays.
             * @example null
             */
            previous_sha256: string | null;
            /**
             * @description The baseline from then on; null when it was not changed.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string | null;
            /** @description Variants that are accepted since, by content. */
            accepted_variants: components["schemas"]["VariantContent"][];
            /** @description Variants that were withdrawn, by content. */
            removed_variants: components["schemas"]["VariantContent"][];
            /** @description Expected exit codes that were changed, that of no platform first. */
            exit_codes: components["schemas"]["ExitCodeChange"][];
            undone?: components["schemas"]["UndoNote"];
        };
        /** @description Approvals of a test’s outputs, newest first. */
        TestApprovalPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["TestApproval"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description One line of a run’s log. */
        LogLine: {
            /**
             * Format: int32
             * @description Its number, from 0, without gaps.
             * @example 0
             */
            line: number;
            /**
             * Format: date-time
             * @description When it was written.
             * @example 2026-11-22T10:00:00Z
             */
            timestamp: string;
            /**
             * @description Severity.
             * @example info
             * @enum {string}
             */
            level: "debug" | "info" | "warning" | "error" | "critical";
            /**
             * @description Who wrote it.
             * @example test_runner
             * @enum {string}
             */
            source: "orchestrator" | "worker" | "build" | "test_runner" | "web";
            /**
             * @description The text.
             * @example caption stream 1 opened
             */
            message: string;
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Attempt it belongs to.
             * @example 1
             */
            attempt: number;
            /**
             * Format: int32
             * @description Regression test it belongs to.
             * @example 5
             */
            regression_test_id: number | null;
            /**
             * Format: int32
             * @description Sample of that test; null when it belongs to none.
             * @example 3
             */
            sample_id: number | null;
        };
        /** @description Where to go on. */
        CursorPagination: {
            /**
             * Format: int32
             * @description Lines asked for.
             * @example 50
             */
            limit: number;
            /**
             * Format: int32
             * @description Number of the line to go on from; null at the end of what is there.
             * @example null
             */
            next_cursor: number | null;
        };
        /** @description Lines in order. */
        LogLinePage: {
            /** @description The lines that fit the filters. */
            data: components["schemas"]["LogLine"][];
            pagination: components["schemas"]["CursorPagination"];
        };
        /** @description A run that waits or runs. */
        QueueJob: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * @description What it does.
             * @example queued
             * @enum {string}
             */
            status: "queued" | "running";
            platform: components["schemas"]["Platform"];
            /**
             * Format: date-time
             * @description When it was queued.
             * @example 2026-11-22T10:00:00Z
             */
            queued_at: string;
            /**
             * Format: date-time
             * @description When a worker claimed it.
             * @example null
             */
            started_at: string | null;
            /**
             * Format: int32
             * @description Place among the queued runs of its platform; null when it runs.
             * @example 1
             */
            position: number | null;
            /**
             * @description Why it waits; null when it runs.
             * @example Waits for a worker
             */
            reason: string | null;
        };
        /** @description Waiting and running runs, by id. */
        QueueJobPage: {
            /** @description The runs of this page. */
            data: components["schemas"]["QueueJob"][];
            pagination: components["schemas"]["Pagination"];
            /**
             * Format: int32
             * @description Queued runs of the domain.
             * @example 1
             */
            queue_depth: number;
            /**
             * Format: int32
             * @description Running runs of the domain.
             * @example 0
             */
            running_count: number;
        };
        /** @description Something the server needs. */
        Dependency: {
            /**
             * @description Its name.
             * @example database
             */
            name: string;
            /**
             * @description Its state. `degraded` is kept for clients of the reference API and never answered.
             * @example ok
             * @enum {string}
             */
            status: "ok" | "degraded" | "down";
            /**
             * @description What is wrong.
             * @example null
             */
            message: string | null;
        };
        /** @description The state of the server and what it needs. */
        SystemHealth: {
            /**
             * @description The worst of the dependencies. `degraded` is kept for clients of the reference API and never answered.
             * @example ok
             * @enum {string}
             */
            status: "ok" | "degraded" | "down";
            /**
             * Format: date-time
             * @description When it was checked.
             * @example 2026-11-22T10:00:00Z
             */
            checked_at: string;
            /** @description Each dependency, by name. */
            dependencies: components["schemas"]["Dependency"][];
        };
        /** @description One change that reaches clients. */
        ChangelogChange: {
            /**
             * @description What happened to it; `deprecated` is not answered yet.
             * @example added
             * @enum {string}
             */
            kind: "added" | "changed" | "removed" | "deprecated";
            /**
             * @description `breaking`: a client of the version before may fail. `additive`: it cannot. `documentation`: nothing that is sent or received differs.
             * @example additive
             * @enum {string}
             */
            level: "breaking" | "additive" | "documentation";
            /**
             * @description Method and path of the operation; null for what several operations share.
             * @example GET /api/v1/changelog
             */
            operation: string | null;
            /**
             * @description The change in one sentence.
             * @example New operation: Read what changed in this API.
             */
            description: string;
        };
        /** @description What one version of this description changed. */
        ChangelogVersion: {
            /**
             * @description Version of the description and of the server.
             * @example 0.2.0
             */
            version: string;
            /**
             * Format: date
             * @description Day of the release; null while it is not released.
             * @example 2026-11-22
             */
            released_on: string | null;
            /** @description The changes: breaking ones first, then by operation. */
            changes: components["schemas"]["ChangelogChange"][];
        };
        /** @description The changes of this API by version. */
        Changelog: {
            /** @description Every version, the newest first. */
            versions: components["schemas"]["ChangelogVersion"][];
        };
        /** @description The process answers. */
        Liveness: {
            /**
             * @description Always ok.
             * @example ok
             * @enum {string}
             */
            status: "ok";
        };
        /** @description Each check. */
        ReadinessChecks: {
            /**
             * @description Whether the database answers.
             * @example ok
             * @enum {string}
             */
            database: "ok" | "down";
            /**
             * @description Whether every migration has run.
             * @example ok
             * @enum {string}
             */
            migrations: "ok" | "pending" | "down";
            /**
             * @description Whether bytes can be stored and read.
             * @example ok
             * @enum {string}
             */
            blobs: "ok" | "down";
        };
        /** @description Whether requests can be served. */
        Readiness: {
            /**
             * @description Ready, or not.
             * @example ok
             * @enum {string}
             */
            status: "ok" | "unavailable";
            checks: components["schemas"]["ReadinessChecks"];
        };
        /** @description A machine that executes runs. */
        Worker: {
            /**
             * Format: int32
             * @description Worker.
             * @example 1
             */
            worker_id: number;
            /**
             * @description Name, unique in the installation.
             * @example bench-1
             */
            name: string;
            /** @description Platforms it may claim for. */
            platforms: components["schemas"]["Platform"][];
            /**
             * Format: date-time
             * @description When it was enrolled.
             * @example 2026-11-22T10:00:00Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When it last asked for work or reported.
             * @example 2026-11-22T10:00:00Z
             */
            last_seen_at: string | null;
            /**
             * @description Whether it was seen within the last lease.
             * @example true
             */
            live: boolean;
            /** @description Input types it offers. */
            input_types: components["schemas"]["InputType"][];
            /** @description Output types it offers. */
            output_types: components["schemas"]["OutputType"][];
            /**
             * @description How it isolates tests, as it reports it.
             * @example namespaces
             */
            sandbox: string | null;
            /**
             * @description Whether its token was revoked.
             * @example false
             */
            revoked: boolean;
        };
        /** @description A worker to enrol. */
        WorkerCreateRequest: {
            /**
             * @description Name, unique in the installation.
             * @example bench-1
             */
            name: string;
            /** @description Platforms it may claim for. */
            platforms: components["schemas"]["Platform"][];
        };
        /** @description A new worker and its token, shown this once. */
        EnrolledWorker: {
            /**
             * Format: int32
             * @description Worker.
             * @example 1
             */
            worker_id: number;
            /**
             * @description What the worker is called in lists and logs.
             * @example bench-1
             */
            name: string;
            /** @description Platforms it may claim for. */
            platforms: components["schemas"]["Platform"][];
            /**
             * @description The token. It cannot be shown again.
             * @example spcw_0123456789abcdefghijABCDEFGHIJ0123456789abcdef
             */
            worker_token: string;
        };
        /** @description Workers, by id. */
        WorkerPage: {
            /** @description The rows of this page, in the documented order. */
            data: components["schemas"]["Worker"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** @description What the worker can take. */
        ClaimRequest: {
            /** @description Platforms it asks for. */
            platforms: components["schemas"]["Platform"][];
            /**
             * Format: int32
             * @description How long to wait for a run.
             * @example 30000
             */
            wait_ms: number;
            /**
             * @description Input types it offers.
             * @default [
             *       "file",
             *       "stdin"
             *     ]
             */
            input_types?: components["schemas"]["InputType"][];
            /**
             * @description Output types it offers.
             * @default [
             *       "file",
             *       "stdout",
             *       "null"
             *     ]
             */
            output_types?: components["schemas"]["OutputType"][];
            /**
             * @description How it isolates tests.
             * @example namespaces
             */
            sandbox?: string;
        };
        /** @description A declared output. */
        PlannedOutput: {
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description Name the test gives the file. `stdout` is what the program printed.
             * @example captions.srt
             */
            filename: string;
        };
        /** @description A regression test to execute. */
        PlannedTest: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Sample.
             * @example 3
             */
            sample_id: number;
            /**
             * @description SHA-256 of the sample.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sample_sha256: string;
            /**
             * @description Name of the sample.
             * @example pop-on.m2ts
             */
            sample_name: string;
            /**
             * Format: int64
             * @description Size of the sample.
             * @example 48128
             */
            sample_size_bytes: number;
            /**
             * @description The command.
             * @example --format srt
             */
            command: string;
            /**
             * @description How the sample reaches the program.
             * @example file
             * @enum {string}
             */
            input_type: "file" | "stdin" | "udp";
            /**
             * @description How the program gives its output.
             * @example file
             * @enum {string}
             */
            output_type: "file" | "null" | "stdout" | "tcp" | "cea708" | "multiprogram" | "report";
            /**
             * Format: int32
             * @description Exit code it must end with.
             * @example 0
             */
            expected_rc: number;
            /**
             * Format: int32
             * @description How long it may run.
             * @example 60000
             */
            timeout_ms: number;
            /** @description What to collect, by id. */
            outputs: components["schemas"]["PlannedOutput"][];
        };
        /** @description What to execute. */
        PlannedBuild: {
            /**
             * Format: int32
             * @description Build.
             * @example 4
             */
            build_id: number;
            /**
             * @description SHA-256 of the bytes.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * Format: int64
             * @description Size.
             * @example 912384
             */
            size_bytes: number;
            /**
             * @description Name of the file.
             * @example extractor.cjs
             */
            entry_point: string;
            /**
             * @description Template of the arguments.
             * @example {command} {sample} -o {output}
             */
            arguments: string;
        };
        /** @description What remains to be done of a run’s manifest. */
        RunPlan: {
            /**
             * @description Owner and name of the repository whose commit is run.
             * @example video/extractor
             */
            repository: string;
            /**
             * @description Commit.
             * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
             */
            commit_sha: string;
            platform: components["schemas"]["Platform"];
            build: components["schemas"]["PlannedBuild"];
            /** @description Tests without a result, by id. */
            tests: components["schemas"]["PlannedTest"][];
        };
        /** @description A run handed to a worker. */
        Claim: {
            /**
             * Format: int32
             * @description Lease.
             * @example 31
             */
            lease_id: number;
            /**
             * @description Opens the operations of this lease and nothing else, while it is held.
             * @example spcl_0123456789abcdefghijABCDEFGHIJ0123456789abcdef
             */
            lease_token: string;
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            /**
             * Format: int32
             * @description Which attempt this is.
             * @example 1
             */
            attempt: number;
            /**
             * Format: date-time
             * @description When the lease ends unless a heartbeat renews it, by the server’s clock.
             * @example 2026-11-22T10:01:00Z
             */
            expires_at: string;
            /**
             * Format: int32
             * @description How often to send a heartbeat.
             * @example 20000
             */
            heartbeat_ms: number;
            plan: components["schemas"]["RunPlan"];
        };
        /** @description The state of the lease. */
        HeartbeatState: {
            /**
             * Format: date-time
             * @description When the lease ends now.
             * @example 2026-11-22T10:01:20Z
             */
            expires_at: string;
            /**
             * @description Whether the run was canceled; stop the work.
             * @example false
             */
            cancel_requested: boolean;
        };
        /** @description Bytes as stored. */
        StoredBlob: {
            /**
             * @description SHA-256 of the content.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * Format: int64
             * @description Size.
             * @example 38
             */
            size_bytes: number;
        };
        /** @description An output the test produced. */
        ReportedOutput: {
            /**
             * Format: int32
             * @description Expected output.
             * @example 9
             */
            output_id: number;
            /**
             * @description SHA-256 of the content, stored before.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            sha256: string;
            /**
             * Format: int64
             * @description Size.
             * @example 38
             */
            size_bytes: number;
        };
        /** @description What one test did. */
        ReportedResult: {
            /**
             * Format: int32
             * @description Regression test.
             * @example 5
             */
            regression_test_id: number;
            /**
             * Format: int32
             * @description Exit code; null when the test was skipped.
             * @example 0
             */
            exit_code: number | null;
            /**
             * Format: int64
             * @description How long it ran.
             * @example 412
             */
            runtime_ms: number;
            /** @description What it produced. */
            outputs: components["schemas"]["ReportedOutput"][];
            /**
             * @description Whether it was stopped at its time limit.
             * @default false
             * @example false
             */
            timed_out?: boolean;
            /**
             * @description Why it was not executed; required with, and only with, a null exit code.
             * @example sample could not be read
             */
            skip_reason?: string;
        };
        /** @description A batch of results. */
        ResultsRequest: {
            /** @description Results, each test once. */
            results: components["schemas"]["ReportedResult"][];
        };
        /** @description What was recorded. */
        RecordedResults: {
            /**
             * Format: int32
             * @description Results recorded now.
             * @example 1
             */
            accepted: number;
            /**
             * Format: int32
             * @description Results that were recorded before and left as they were.
             * @example 0
             */
            duplicates: number;
            /**
             * @description Always false: the lease of a canceled run is over, so that its results are refused with 409; a heartbeat tells of the cancellation.
             * @example false
             */
            cancel_requested: boolean;
        };
        /** @description A line to append. */
        NewLogLine: {
            /**
             * Format: date-time
             * @description When it was written.
             * @example 2026-11-22T10:00:00Z
             */
            at: string;
            /**
             * @description Severity.
             * @example info
             * @enum {string}
             */
            level: "debug" | "info" | "warning" | "error" | "critical";
            /**
             * @description Who wrote it.
             * @example test_runner
             * @enum {string}
             */
            source: "orchestrator" | "worker" | "build" | "test_runner" | "web";
            /**
             * @description The text.
             * @example caption stream 1 opened
             */
            message: string;
            /**
             * Format: int32
             * @description Regression test it belongs to, which the run must have planned.
             * @example 5
             */
            regression_test_id?: number;
        };
        /** @description Lines of this lease’s log. */
        LogLinesRequest: {
            /**
             * Format: int32
             * @description Number of the first line here, from 0 at the start of the lease.
             * @example 0
             */
            first_line: number;
            /** @description The lines. */
            lines: components["schemas"]["NewLogLine"][];
        };
        /** @description Where the log stands. */
        AppendedLogLines: {
            /**
             * Format: int32
             * @description Number the next line of this lease must have.
             * @example 1
             */
            next_line: number;
        };
        /** @description How the work ended. */
        CompletionRequest: {
            /**
             * @description `completed` when every planned test was tried; `failed` when infrastructure ended the work.
             * @example completed
             * @enum {string}
             */
            outcome: "completed" | "failed";
            /**
             * @description What happened.
             * @example The build could not be started
             */
            message?: string;
            failure?: components["schemas"]["CompletionFailure"];
        };
        /** @description A failure of the infrastructure that the worker met. Beside `completed` it is recorded as a warning. */
        CompletionFailure: {
            type: components["schemas"]["InfrastructureErrorType"];
            /**
             * @description Where it came from, innermost first.
             * @example [
             *       "at executePlan (run-execution.ts:40:11)"
             *     ]
             */
            stack?: string[];
        };
        /** @description The run as it ended. */
        Completion: {
            /**
             * Format: int32
             * @description Run.
             * @example 12
             */
            run_id: number;
            status: components["schemas"]["RunStatus"];
        };
    };
    responses: {
        /** @description The request does not fit this description. `details.fields` names each offending field. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request does not fit this description, or a promise token is missing or does not count. */
        BadPreflightRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No credential, or one that is malformed, unknown, expired or revoked. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                "Set-Cookie": components["headers"]["Set-Cookie-Cleared"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No credential, or one that is malformed, unknown, expired or revoked. The browser forgets its session. */
        UnauthorizedBrowser: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                "Set-Cookie": components["headers"]["Set-Cookie"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The credential is valid and lacks a scope or role. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such resource, or it belongs to another domain. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The address exists and does not have this method. */
        MethodNotAllowed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Accept` header excludes every representation of this operation. */
        NotAcceptable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The state of the resource, or a resource that already exists, does not allow this. */
        Conflict: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The preflight that the run requires is in progress, or did not pass. */
        PreflightNotPassed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body exceeds what this operation takes; nothing was stored. */
        PayloadTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The media type, charset or content encoding of the body is not taken here. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No part of the content lies in the range that was asked for. */
        RangeNotSatisfiable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The request is well formed and refers to something that cannot be used. */
        UnprocessableContent: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The rate limit of this class of requests is used up. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The server failed. Nothing was changed unless a later read shows it. */
        InternalServerError: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The site did not tell whether it wants a credential. */
        SiteUnclear: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A dependency is not available, or too much work is waiting. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Spec-Digest": components["headers"]["Spec-Digest"];
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit-On-Error"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining-On-Error"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset-On-Error"];
                Deprecation: components["headers"]["Deprecation"];
                Sunset: components["headers"]["Sunset"];
                Vary: components["headers"]["Vary-Accept"];
                Link: components["headers"]["Link-Description"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description What kind of event it is, in GitHub’s words.
         * @example pull_request
         */
        GithubEventName: string;
        /**
         * @description The delivery, which GitHub gives the same id when it delivers once more.
         * @example 72d3162e-cc78-11e3-81ab-4c9367dc0958
         */
        GithubDelivery: string;
        /**
         * @description Rows to return.
         * @example 50
         */
        Limit: number;
        /**
         * @description Rows to skip.
         * @example 0
         */
        Offset: number;
        /**
         * @description Lines to return.
         * @example 50
         */
        LineLimit: number;
        /**
         * @description Number of the first line.
         * @example 0
         */
        LineCursor: number;
        /**
         * @description Only lines of this level.
         * @example error
         */
        LineLevel: "debug" | "info" | "warning" | "error" | "critical";
        /**
         * @description Only lines of this source.
         * @example test_runner
         */
        LineSource: "orchestrator" | "worker" | "build" | "test_runner" | "web";
        /**
         * @description Only lines of this test.
         * @example 5
         */
        LineTest: number;
        /**
         * @description Only lines with this text, in any case; not a pattern.
         * @example caption
         */
        LineText: string;
        /**
         * @description The `ETag` of a copy at hand; while it is the current one the answer is 304.
         * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
         */
        IfNoneMatch: string;
        /**
         * @description Repository.
         * @example 1
         */
        RepositoryId: number;
        /**
         * @description Domain, in any case.
         * @example default
         */
        DomainSlug: string;
        /**
         * @description Whether the global region is asked who somebody is: `true`, `1`, `yes`, `on`, or `false`, `0`, `no`, `off`, in any case. Decides before the header `X-Global-Region`, which says the same.
         * @example false
         */
        GlobalRegion: string;
        /**
         * @description Only runs of the repository with this number, whichever `repository` names.
         * @example 1
         */
        ProjectId: number;
        /**
         * @description The domain that the page must be of, by its number or its slug.
         * @example default
         */
        DomainId: string;
        /**
         * @description Token.
         * @example 7
         */
        TokenId: number;
        /**
         * @description Run.
         * @example 12
         */
        RunId: number;
        /**
         * @description Sample.
         * @example 3
         */
        SampleId: number;
        /**
         * @description The most bytes of JSON that the answer may have.
         * @example 16384
         */
        MaxBytes: number;
        /**
         * @description Regression test.
         * @example 5
         */
        RegressionTestId: number;
        /**
         * @description Regression test.
         * @example 5
         */
        RegressionId: number;
        /**
         * @description Expected output of a regression test.
         * @example 9
         */
        OutputId: number;
        /**
         * @description Approval.
         * @example 3
         */
        ApprovalId: number;
        /**
         * @description Accepted variant.
         * @example 2
         */
        VariantId: number;
        /**
         * @description Build.
         * @example 4
         */
        BuildId: number;
        /**
         * @description Account.
         * @example 2
         */
        UserId: number;
        /**
         * @description The number that GitHub gave the account.
         * @example 9919
         */
        BlockedUserId: number;
        /**
         * @description Preflight job.
         * @example 550e8400-e29b-41d4-a716-446655440000
         */
        PreflightJobId: components["schemas"]["PreflightJobKey"];
        /**
         * @description Delivery of fixes.
         * @example 7d444840-9dc0-41d1-b245-5ffdce74fad2
         */
        PreflightFixId: components["schemas"]["PreflightFixKey"];
        /**
         * @description Site.
         * @example 1
         */
        SiteId: number;
        /**
         * @description Version.
         * @example 1
         */
        VersionId: number;
        /**
         * @description Category.
         * @example 1
         */
        CategoryId: number;
        /**
         * @description The kind of machine.
         * @example linux
         */
        PlatformName: "linux" | "windows";
        /**
         * @description Extension of file names, in any case; a leading dot is no part of it.
         * @example exe
         */
        Extension: string;
        /**
         * @description File beside a sample.
         * @example 8
         */
        ExtraId: number;
        /**
         * @description Queued file.
         * @example 6
         */
        QueuedId: number;
        /**
         * @description Worker.
         * @example 1
         */
        WorkerId: number;
        /**
         * @description Lease.
         * @example 31
         */
        LeaseId: number;
        /**
         * @description Digest of the content.
         * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
         */
        Sha256: string;
    };
    requestBodies: never;
    headers: {
        /** @description Identifies this request in logs and errors: the one sent, if it was 1 to 128 characters of letters, digits, `.`, `_` and `-`, or a new one. */
        "X-Request-Id": string;
        /** @description SHA-256, in hexadecimal digits, of `/openapi.yaml` as this server serves it. A client that keeps a copy sees by it that the description has changed. */
        "Spec-Digest": string;
        /** @description Requests allowed in the window. */
        "X-RateLimit-Limit": number;
        /** @description Requests allowed in the window. Absent where no limit applies. */
        "X-RateLimit-Limit-On-Error": number;
        /** @description Requests left in the window. */
        "X-RateLimit-Remaining": number;
        /** @description Requests left in the window. Absent where no limit applies. */
        "X-RateLimit-Remaining-On-Error": number;
        /** @description Unix time, in seconds, at which the whole limit is available again. */
        "X-RateLimit-Reset": number;
        /** @description Unix time, in seconds, at which the whole limit is available again. Absent where no limit applies. */
        "X-RateLimit-Reset-On-Error": number;
        /** @description Since when the request uses something that ends, a token in its address or its body say (RFC 9745). */
        Deprecation: string;
        /** @description When that ends (RFC 8594). */
        Sunset: string;
        /** @description The session, for the browser alone to keep; or its end. */
        "Set-Cookie": string;
        /** @description The end of a session that is none any more, where the browser sent one. */
        "Set-Cookie-Cleared": string;
        /** @description The session, where the token was in the address; its end, where there is none. */
        "Set-Cookie-Optional": string;
        /** @description The dashboard of the domain. */
        "Location-Dashboard": string;
        /** @description A page of the domain. */
        "Location-Browser": string;
        /** @description A page of the domain. */
        "Location-Preflight-Page": string;
        /** @description Where it is told what ends, when, and what takes its place. */
        "Link-Deprecation": string;
        /** @description Where this description (`service-desc`), its documentation (`service-doc`) and the catalog of APIs (`api-catalog`) are. */
        "Link-Description": string;
        /** @description Failures are told as `Error` or `Problem`, whichever the Accept header prefers. */
        "Vary-Accept": "Accept";
        /** @description The challenge: which scheme to use and, for a token that was refused, why (RFC 6750). */
        "WWW-Authenticate": string;
        /** @description The methods this address has. */
        Allow: string;
        /** @description Seconds to wait before trying again. */
        "Retry-After": number;
        /** @description Address of the resource, relative to the origin. */
        Location: string;
        /** @description The answer holds a credential and must not be stored. */
        "Cache-Control-No-Store": "no-store";
        /** @description A copy may be kept, and is asked about before each use. */
        "Cache-Control-Revalidate": "public, no-cache";
        /** @description Tells proxies to pass each event on as it comes. */
        "X-Accel-Buffering": "no";
        /** @description How the content is compressed; absent when it is not. */
        "Content-Encoding": "gzip";
        /** @description What the page may load and run. Scripts are named by their hashes. */
        "Content-Security-Policy": string;
        /** @description The answer depends on these request headers. */
        "Vary-Accept-Encoding": "Accept-Encoding";
        /** @description Present, and `true`, when this is the stored answer to an earlier request with the same `Idempotency-Key`. */
        "Idempotency-Replayed": "true";
        /** @description Bytes that follow. */
        "Content-Length": number;
        /** @description Always an attachment, with the stored name. */
        "Content-Disposition": string;
        /** @description The SHA-256 of the whole content, quoted. */
        ETag: string;
        /** @description Ranges of bytes may be asked for. */
        "Accept-Ranges": "bytes";
        /** @description Which bytes of how many follow. */
        "Content-Range": string;
        /** @description SHA-256 of the whole content (RFC 9530). */
        "Repr-Digest": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    setUpInstallation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The first administrator of a new installation. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            /** @description The account was made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description List every account’s tokens.
                 * @example false
                 */
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of tokens. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenItemPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A password login that mints a token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenCreateRequest"];
            };
        };
        responses: {
            /** @description The token was minted. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeCurrentToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createChildToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the child may do, how often and for how long. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChildTokenCreateRequest"];
            };
        };
        responses: {
            /** @description The child was minted. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    introspectToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The token. */
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenIntrospectionForm"];
            };
        };
        responses: {
            /** @description What the token is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenIntrospection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPromiseToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the token is for. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromiseTokenCreateRequest"];
            };
        };
        responses: {
            /** @description The promise token was made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    exchangePromiseToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The promise token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromiseTokenRequest"];
            };
        };
        responses: {
            /** @description What it was exchanged for. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseTokenExchange"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    introspectPromiseToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromiseTokenIntrospectionRequest"];
            };
        };
        responses: {
            /** @description What the token is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PromiseTokenIntrospection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    invalidatePromiseToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The promise token. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromiseTokenRequest"];
            };
        };
        responses: {
            /** @description It opens nothing. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Token.
                 * @example 7
                 */
                token_id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    rotateToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Token.
                 * @example 7
                 */
                token_id: components["parameters"]["TokenId"];
            };
            cookie?: never;
        };
        /** @description How long the new token lives, and how long the old one still holds. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRotationRequest"];
            };
        };
        responses: {
            /** @description The token was rotated. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getCurrentUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrentUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to change; what is not named stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountUpdateRequest"];
            };
        };
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getFtpCredentials: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The login, which works for nothing but FTP. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FtpCredentials"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getGithubLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link as it is, and where to make one. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GithubLinkOffer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteGithubLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No GitHub login is linked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GithubLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getGithubConfirmation: {
        parameters: {
            query: {
                /**
                 * @description What `authorize_url` of `GET /api/v1/auth/me/github` had in it.
                 * @example 1.0.1795428000.Zm9v.c2lnbmF0dXJl
                 */
                state: string;
                /**
                 * @description GitHub’s answer when the person agreed. It works once.
                 * @example 0f9e8d7c6b5a49382716
                 */
                code?: string;
                /**
                 * @description GitHub’s answer otherwise, such as `access_denied` when the person declined.
                 * @example access_denied
                 */
                error?: string;
                /**
                 * @description The same in words. It is not shown.
                 * @example The user has denied your application access.
                 */
                error_description?: string;
                /**
                 * @description Where GitHub explains it. It is not shown.
                 * @example https://docs.github.com/apps/managing-oauth-apps/troubleshooting-authorization-request-errors
                 */
                error_uri?: string;
                /**
                 * @description Who answers (RFC 9207); when it is there, it must be the connected GitHub.
                 * @example https://github.com/login/oauth
                 */
                iss?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page that asks, or that says that nothing is linked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    completeGithubLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the page gave. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["GithubLinkCompletion"];
            };
        };
        responses: {
            /** @description The login is linked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GithubLink"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createSignup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whom to write to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignupRequest"];
            };
        };
        responses: {
            /** @description A mail goes out, if one may go to this address. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whom to write to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description A mail goes out, if one may go to this address. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    completePasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the mail gave, and the new password. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetCompletion"];
            };
        };
        responses: {
            /** @description The password is set. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordResetResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of accounts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformUserPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A new account in the caller’s domain. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreateRequest"];
            };
        };
        responses: {
            /** @description The account was made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Account.
                 * @example 2
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Account.
                 * @example 2
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        /** @description What to change; what is not named stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdateRequest"];
            };
        };
        responses: {
            /** @description The account as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlatformUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deactivateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Account.
                 * @example 2
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is inactive. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDeactivation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createUserPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Account.
                 * @example 2
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A mail goes out, if the address was not sent too many. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserMail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createLegacyToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Account.
                 * @example 2
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token was issued. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegacyToken"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeLegacyToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Account.
                 * @example 2
                 */
                user_id: components["parameters"]["UserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account has no legacy token. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listDomains: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of domains. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createDomain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A new domain and its first administrator. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainCreateRequest"];
            };
        };
        responses: {
            /** @description The domain was made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRepositories: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of repositories. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepositoryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRepository: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A repository to register. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepositoryCreateRequest"];
            };
        };
        responses: {
            /** @description The repository is registered. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repository"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Repository.
                 * @example 1
                 */
                repository_id: components["parameters"]["RepositoryId"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepositoryUpdateRequest"];
            };
        };
        responses: {
            /** @description The repository as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repository"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    receiveGithubEvent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description What kind of event it is, in GitHub’s words.
                 * @example pull_request
                 */
                "X-GitHub-Event": components["parameters"]["GithubEventName"];
                /**
                 * @description The delivery, which GitHub gives the same id when it delivers once more.
                 * @example 72d3162e-cc78-11e3-81ab-4c9367dc0958
                 */
                "X-GitHub-Delivery": components["parameters"]["GithubDelivery"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description The event as GitHub describes it, of which a part is read. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["GithubEvent"];
            };
        };
        responses: {
            /** @description What came of the event. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GithubEventReceipt"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listVersions: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Repository, in any case.
                 * @example video/extractor
                 */
                repository?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of versions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A release of a tool under test. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VersionCreateRequest"];
            };
        };
        responses: {
            /** @description The version is known. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Version.
                 * @example 1
                 */
                version_id: components["parameters"]["VersionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version is forgotten. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSites: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Sites whose pages are written so.
                 * @example documentauthoring
                 */
                authoring_type?: components["schemas"]["AuthoringType"];
                /**
                 * @description Sites whose pages are delivered so.
                 * @example aem_edge
                 */
                delivery_type?: components["schemas"]["DeliveryType"];
                /**
                 * @description Sites that belong to this repository.
                 * @example 1
                 */
                repository_id?: number;
                /**
                 * @description Sites whose name contains this text, in any case.
                 * @example garden
                 */
                name?: string;
                /**
                 * @description The site that a page at this address belongs to. It is told by the host alone; an address that may not be that of a page, such as one with credentials in it, belongs to none.
                 * @example https://main--garden--garden-org.aem.page/roses
                 */
                url?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of sites. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SitePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createSite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A site to register. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteCreateRequest"];
            };
        };
        responses: {
            /** @description The site is registered. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Site.
                 * @example 1
                 */
                site_id: components["parameters"]["SiteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The site. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Site.
                 * @example 1
                 */
                site_id: components["parameters"]["SiteId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The site is removed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Site.
                 * @example 1
                 */
                site_id: components["parameters"]["SiteId"];
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteUpdateRequest"];
            };
        };
        responses: {
            /** @description The site as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Site"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPreflightJobs: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Jobs that stand so.
                 * @example completed
                 */
                status?: components["schemas"]["PreflightStatus"];
                /**
                 * @description Completed jobs of which this came.
                 * @example pass
                 */
                verdict?: components["schemas"]["PreflightVerdict"];
                /**
                 * @description Jobs of this step.
                 * @example identify
                 */
                step?: components["schemas"]["PreflightStep"];
                /**
                 * @description Jobs of this site.
                 * @example 1
                 */
                site_id?: number;
                /**
                 * @description Jobs that were begun for this run.
                 * @example 12
                 */
                run_id?: number;
                /**
                 * @description Jobs that check the page at this address.
                 * @example https://www.garden.example.org/roses
                 */
                url?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of jobs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightJobPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPreflightJob: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A promise token, which may be percent-encoded. Without text it counts as absent.
                 * @example spcp_example
                 */
                "X-Promise-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description What to check. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreflightJobRequest"];
            };
        };
        responses: {
            /** @description The job is stored, and is done in the background. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightJobAccepted"];
                };
            };
            400: components["responses"]["BadPreflightRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            502: components["responses"]["SiteUnclear"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPreflightJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Preflight job.
                 * @example 550e8400-e29b-41d4-a716-446655440000
                 */
                job_id: components["parameters"]["PreflightJobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPreflightComparison: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Preflight job.
                 * @example 550e8400-e29b-41d4-a716-446655440000
                 */
                job_id: components["parameters"]["PreflightJobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The comparison. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightComparison"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelPreflightJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Preflight job.
                 * @example 550e8400-e29b-41d4-a716-446655440000
                 */
                job_id: components["parameters"]["PreflightJobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The job as it stands now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightJobSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listPreflightFixes: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description Preflight job.
                 * @example 550e8400-e29b-41d4-a716-446655440000
                 */
                job_id: components["parameters"]["PreflightJobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deliveries. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightFixesPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createPreflightFixes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A promise token, which may be percent-encoded. Without text it counts as absent.
                 * @example spcp_example
                 */
                "X-Promise-Token"?: string;
            };
            path: {
                /**
                 * @description Preflight job.
                 * @example 550e8400-e29b-41d4-a716-446655440000
                 */
                job_id: components["parameters"]["PreflightJobId"];
            };
            cookie?: never;
        };
        /** @description What to deliver. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreflightFixesRequest"];
            };
        };
        responses: {
            /** @description What would be sent; nothing was. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightFixesPrecheck"];
                };
            };
            /** @description The delivery is stored, and is made in the background. */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightFixesAccepted"];
                };
            };
            400: components["responses"]["BadPreflightRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPreflightFixes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Preflight job.
                 * @example 550e8400-e29b-41d4-a716-446655440000
                 */
                job_id: components["parameters"]["PreflightJobId"];
                /**
                 * @description Delivery of fixes.
                 * @example 7d444840-9dc0-41d1-b245-5ffdce74fad2
                 */
                fix_id: components["parameters"]["PreflightFixId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreflightFixes"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSamples: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Whether an active regression test uses it.
                 * @example active
                 */
                status?: "active" | "inactive";
                /**
                 * @description Part of the original name, in any case. `%` and `_` are ordinary characters.
                 * @example pop
                 */
                name?: string;
                /**
                 * @description A tag, in any case.
                 * @example cea-608
                 */
                tag?: string;
                /**
                 * @description SHA-256 of the content.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                sha256?: string;
                /**
                 * @description Extension, without a dot.
                 * @example m2ts
                 */
                extension?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of samples. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SamplePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createSample: {
        parameters: {
            query: {
                /**
                 * @description Name of the file, kept as data: it never becomes a path.
                 * @example pop-on.m2ts
                 */
                filename: string;
                /**
                 * @description Digest the content must have.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                sha256?: string;
                /**
                 * @description Tags to put on it, separated by commas; those that do not exist are made.
                 * @example [
                 *       "cea-608"
                 *     ]
                 */
                tags?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The sample is stored. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sample"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sample. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sample"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sample is gone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedSample"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
            };
            cookie?: never;
        };
        /** @description What to change; at least one of them. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleUpdateRequest"];
            };
        };
        responses: {
            /** @description The sample as it is tagged now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaggedSample"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listSampleResults: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only this test, which must be over the sample.
                 * @example 5
                 */
                regression_test_id?: number;
                /**
                 * @description Only results with this verdict.
                 * @example fail
                 */
                status?: "not_started" | "pass" | "fail" | "missing_output" | "skipped";
                /**
                 * @description Only runs of this branch, exactly.
                 * @example main
                 */
                branch?: string;
                /**
                 * @description Only runs on this kind of machine.
                 * @example linux
                 */
                platform?: "linux" | "windows";
                /**
                 * @description Only runs created at or after this moment.
                 * @example 2026-11-01T00:00:00Z
                 */
                created_after?: string;
                /**
                 * @description Only runs created at or before this moment.
                 * @example 2026-11-30T00:00:00Z
                 */
                created_before?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the history. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleHistoryEntryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSampleDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the bytes are. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSampleDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sample. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMediaInfoDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the bytes are. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteExtraFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
                /**
                 * @description File beside a sample.
                 * @example 8
                 */
                extra_id: components["parameters"]["ExtraId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file is no longer beside the sample. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getExtraFileDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
                /**
                 * @description File beside a sample.
                 * @example 8
                 */
                extra_id: components["parameters"]["ExtraId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the bytes are. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createQueuedSample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A form with one part, the file. */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadForm"];
            };
        };
        responses: {
            /** @description The file waits in the queue. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedSample"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listQueuedSamples: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of files. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedSamplePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getQueuedSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Queued file.
                 * @example 6
                 */
                queued_id: components["parameters"]["QueuedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuedSample"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteQueuedSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Queued file.
                 * @example 6
                 */
                queued_id: components["parameters"]["QueuedId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file no longer waits. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    finalizeQueuedSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Queued file.
                 * @example 6
                 */
                queued_id: components["parameters"]["QueuedId"];
            };
            cookie?: never;
        };
        /** @description What the sample is for. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueuedSampleFinalizeRequest"];
            };
        };
        responses: {
            /** @description The sample was made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FinalizedSample"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    linkQueuedSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Queued file.
                 * @example 6
                 */
                queued_id: components["parameters"]["QueuedId"];
            };
            cookie?: never;
        };
        /** @description The sample. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueuedSampleLinkRequest"];
            };
        };
        responses: {
            /** @description The file is beside the sample. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkedFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTags: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of tags. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A new tag. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagCreateRequest"];
            };
        };
        responses: {
            /** @description The tag was made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRegressionTests: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Which tests.
                 * @example true
                 */
                active?: "true" | "false" | "all";
                /**
                 * @description Name of a category.
                 * @example captions
                 */
                category?: string;
                /**
                 * @description A tag of the sample, in any case.
                 * @example cea-608
                 */
                tag?: string;
                /**
                 * @description Sample it reads.
                 * @example 3
                 */
                sample_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of regression tests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegressionTestPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRegressionTest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A new regression test. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegressionTestCreateRequest"];
            };
        };
        responses: {
            /** @description The test was made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegressionTestDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateRegressionTests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Which tests, and whether they are to be active. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegressionTestActivationRequest"];
            };
        };
        responses: {
            /** @description All of them are as asked. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegressionTestActivation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRegressionTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The test. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegressionTestDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteRegressionTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The test is gone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateRegressionTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
            };
            cookie?: never;
        };
        /** @description What to change; what is not named stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegressionTestUpdateRequest"];
            };
        };
        responses: {
            /** @description The test as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegressionTestDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createExpectedOutput: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
            };
            cookie?: never;
        };
        /** @description A file the test must produce. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpectedOutputDraft"];
            };
        };
        responses: {
            /** @description The output is declared. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpectedOutput"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteExpectedOutput: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
                /**
                 * @description Expected output of a regression test.
                 * @example 9
                 */
                output_id: components["parameters"]["OutputId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The output is gone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateExpectedOutput: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
                /**
                 * @description Expected output of a regression test.
                 * @example 9
                 */
                output_id: components["parameters"]["OutputId"];
            };
            cookie?: never;
        };
        /** @description What to change; what is not named stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExpectedOutputUpdateRequest"];
            };
        };
        responses: {
            /** @description The output as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExpectedOutput"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listTestApprovals: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of approvals. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestApprovalPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listOutputChanges: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only runs on this platform.
                 * @example linux
                 */
                platform?: components["schemas"]["Platform"];
                /**
                 * @description Only runs of this branch.
                 * @example main
                 */
                branch?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of stretches. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutputChangePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBaselineDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
                /**
                 * @description Expected output of a regression test.
                 * @example 9
                 */
                output_id: components["parameters"]["OutputId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the bytes are. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createVariant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
                /**
                 * @description Expected output of a regression test.
                 * @example 9
                 */
                output_id: components["parameters"]["OutputId"];
            };
            cookie?: never;
        };
        /** @description A further content to accept. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VariantCreateRequest"];
            };
        };
        responses: {
            /** @description The variant is accepted. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Variant"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteVariant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
                /**
                 * @description Expected output of a regression test.
                 * @example 9
                 */
                output_id: components["parameters"]["OutputId"];
                /**
                 * @description Accepted variant.
                 * @example 2
                 */
                variant_id: components["parameters"]["VariantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The variant is gone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getVariantDownload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
                /**
                 * @description Expected output of a regression test.
                 * @example 9
                 */
                output_id: components["parameters"]["OutputId"];
                /**
                 * @description Accepted variant.
                 * @example 2
                 */
                variant_id: components["parameters"]["VariantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the bytes are. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listCategories: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of categories. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createCategory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A new category. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryCreateRequest"];
            };
        };
        responses: {
            /** @description The category was made. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Category.
                 * @example 1
                 */
                category_id: components["parameters"]["CategoryId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category is gone. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedResource"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Category.
                 * @example 1
                 */
                category_id: components["parameters"]["CategoryId"];
            };
            cookie?: never;
        };
        /** @description What to change; what is not named stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryUpdateRequest"];
            };
        };
        responses: {
            /** @description The category as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBuilds: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Repository.
                 * @example video/extractor
                 */
                repository?: string;
                /**
                 * @description Commit.
                 * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
                 */
                commit_sha?: string;
                /**
                 * @description The kind of machine.
                 * @example linux
                 */
                platform?: "linux" | "windows";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of builds. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BuildPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBuild: {
        parameters: {
            query: {
                /**
                 * @description Repository.
                 * @example video/extractor
                 */
                repository: string;
                /**
                 * @description Commit.
                 * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
                 */
                commit_sha: string;
                /**
                 * @description The kind of machine.
                 * @example linux
                 */
                platform: "linux" | "windows";
                /**
                 * @description Name of the file on the worker.
                 * @example extractor.cjs
                 */
                entry_point: string;
                /**
                 * @description Template of the arguments, split once by POSIX quoting.
                 * @example {command} {sample} -o {output}
                 */
                arguments?: string;
                /**
                 * @description Digest the content must have.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                sha256?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The same build was there already. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Build"];
                };
            };
            /** @description The build is stored. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Build"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getBuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Build.
                 * @example 4
                 */
                build_id: components["parameters"]["BuildId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Build"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Status.
                 * @example queued
                 */
                status?: "queued" | "running" | "pass" | "fail" | "canceled" | "incomplete" | "error";
                /**
                 * @description Branch, exactly.
                 * @example main
                 */
                branch?: string;
                /**
                 * @description Commit, in any case.
                 * @example 4f2a1c9d8e7b6a5f4e3d2c1b0a9f8e7d6c5b4a39
                 */
                commit_sha?: string;
                /**
                 * @description A version that the domain knows (`listVersions`), exactly; runs of its commit. An unknown one is refused (400).
                 * @example 0.94
                 */
                ccx_version?: string;
                /**
                 * @description Repository, in any case.
                 * @example video/extractor
                 */
                repository?: string;
                /**
                 * @description The kind of machine.
                 * @example linux
                 */
                platform?: "linux" | "windows";
                /**
                 * @description Created at or after this moment.
                 * @example 2026-11-01T00:00:00Z
                 */
                created_after?: string;
                /**
                 * @description Created at or before this moment.
                 * @example 2026-11-30T00:00:00Z
                 */
                created_before?: string;
                /**
                 * @description Order; ties are broken by id.
                 * @example -created_at
                 */
                sort?: "created_at" | "-created_at" | "run_id" | "-run_id";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of runs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a repeat harmless: the same key with the same body answers as the first time, for 24 hours. With another body it answers 422.
                 * @example 5d1f7c1e-7b1e-4a44-9d55-0d0d3a0f6a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description What to run. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunCreateRequest"];
            };
        };
        responses: {
            /** @description The run is queued. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["PreflightNotPassed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRunSummary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRunProgress: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only events of this kind.
                 * @example queued
                 */
                status?: "queued" | "preparation" | "testing" | "completed" | "canceled" | "error";
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgressEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRunConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The plan. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunConfig"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    cancelRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        /** @description Why the run is canceled. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RunCancelRequest"];
            };
        };
        responses: {
            /** @description What became of the request. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunActionResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    restartRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of the request. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunActionResult"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reevaluateRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the run was and is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunReEvaluation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRunOutputs: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only outputs that differ so.
                 * @example time_shift
                 */
                difference_class?: components["schemas"]["DifferenceClass"];
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of outputs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunOutputPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRunComparisons: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description The main branch, or the commit that the run was created with as `base_commit_sha`.
                 * @example main
                 */
                against?: "main" | "branch_point";
                /**
                 * @description Only tests that compare so.
                 * @example broken_here
                 */
                verdict?: components["schemas"]["ComparisonVerdict"];
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of tests. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunComparisonPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRunExplanation: {
        parameters: {
            query?: {
                /**
                 * @description The most bytes of JSON that the answer may have.
                 * @example 16384
                 */
                max_bytes?: components["parameters"]["MaxBytes"];
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunExplanation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getResultExplanation: {
        parameters: {
            query?: {
                /**
                 * @description The most bytes of JSON that the answer may have.
                 * @example 16384
                 */
                max_bytes?: components["parameters"]["MaxBytes"];
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The explanation. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultExplanation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRunErrors: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only errors of this kind.
                 * @example diff_mismatch
                 */
                type?: "test_failure" | "exit_code_mismatch" | "missing_output" | "missing_expected" | "diff_mismatch";
                /**
                 * @description Only errors that weigh this much.
                 * @example error
                 */
                severity?: "info" | "warning" | "error" | "critical";
                /**
                 * @description Only errors of tests over this sample.
                 * @example 3
                 */
                sample_id?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of errors. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorItemPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listInfrastructureErrors: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only errors of this part of the infrastructure.
                 * @example worker
                 */
                type?: "queue" | "vm_provisioning" | "checkout" | "merge" | "build" | "worker" | "web_server" | "storage";
                /**
                 * @description Only errors that weigh this much.
                 * @example critical
                 */
                severity?: "info" | "warning" | "error" | "critical";
                /**
                 * @description Whether stacks are shown.
                 * @example false
                 */
                include_stack?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of errors. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfrastructureErrorPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRunErrorBuckets: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description What the errors of a group have in common.
                 * @example type
                 */
                group_by?: "type" | "sample_id" | "regression_id" | "severity";
                /**
                 * @description Only errors that weigh this much.
                 * @example error
                 */
                severity?: "info" | "warning" | "error" | "critical";
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of groups. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorSummaryBucketPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRunSamples: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Verdict.
                 * @example pass
                 */
                status?: "pass" | "fail" | "skipped" | "missing_output" | "running" | "not_started";
                /**
                 * @description Part of the sample’s name, in any case.
                 * @example pop
                 */
                name?: string;
                /**
                 * @description A tag of the sample, in any case.
                 * @example cea-608
                 */
                tag?: string;
                /**
                 * @description A category, in any case.
                 * @example captions
                 */
                category?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of results. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunSamplePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getRunSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_test_id: components["parameters"]["RegressionTestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunSample"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getExpectedOutput: {
        parameters: {
            query?: {
                /**
                 * @description How to write the content. `text` falls back to base64 for bytes that are not UTF-8.
                 * @example text
                 */
                format?: "text" | "base64";
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_id: components["parameters"]["RegressionId"];
                /**
                 * @description Expected output of a regression test.
                 * @example 9
                 */
                output_id: components["parameters"]["OutputId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutputFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getActualOutput: {
        parameters: {
            query?: {
                /**
                 * @description How to write the content. `text` falls back to base64 for bytes that are not UTF-8.
                 * @example text
                 */
                format?: "text" | "base64";
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_id: components["parameters"]["RegressionId"];
                /**
                 * @description Expected output of a regression test.
                 * @example 9
                 */
                output_id: components["parameters"]["OutputId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutputFile"];
                };
            };
            /** @description It equals the baseline, which is there. */
            303: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getOutputDiff: {
        parameters: {
            query?: {
                /**
                 * @description Equal lines around each difference.
                 * @example 3
                 */
                context_lines?: number;
                /**
                 * @description Shape of the answer.
                 * @example structured
                 */
                format?: "structured" | "unified";
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
                /**
                 * @description Regression test.
                 * @example 5
                 */
                regression_id: components["parameters"]["RegressionId"];
                /**
                 * @description Expected output of a regression test.
                 * @example 9
                 */
                output_id: components["parameters"]["OutputId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The difference. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutputDiff"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approveBaseline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
            };
            cookie?: never;
        };
        /** @description Which output to approve. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BaselineApprovalRequest"];
            };
        };
        responses: {
            /** @description The approval. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselineApproval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBaselineApprovals: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of approvals. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselineApprovalsPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    approveBaselines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        /** @description Which outputs of the run to approve, all or none. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BaselineApprovalsRequest"];
            };
        };
        responses: {
            /** @description The approval. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BaselineApprovals"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    undoApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Approval.
                 * @example 3
                 */
                approval_id: components["parameters"]["ApprovalId"];
            };
            cookie?: never;
        };
        /** @description Why the approval is undone. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApprovalUndoRequest"];
            };
        };
        responses: {
            /** @description The undo, as recorded. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoneApproval"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRunArtifacts: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only artifacts of this kind; of some kinds nothing is stored.
                 * @example actual_output
                 */
                type?: "build_log" | "sample_output" | "expected_output" | "actual_output" | "diff" | "media_info" | "binary" | "coredump" | "combined_stdout";
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of artifacts. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRunLogs: {
        parameters: {
            query?: {
                /**
                 * @description Lines to return.
                 * @example 50
                 */
                limit?: components["parameters"]["LineLimit"];
                /**
                 * @description Number of the first line.
                 * @example 0
                 */
                cursor?: components["parameters"]["LineCursor"];
                /**
                 * @description Only lines of this level.
                 * @example error
                 */
                level?: components["parameters"]["LineLevel"];
                /**
                 * @description Only lines of this source.
                 * @example test_runner
                 */
                source?: components["parameters"]["LineSource"];
                /**
                 * @description Only lines of this test.
                 * @example 5
                 */
                regression_test_id?: components["parameters"]["LineTest"];
                /**
                 * @description Only lines with this text, in any case; not a pattern.
                 * @example caption
                 */
                contains?: components["parameters"]["LineText"];
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogLinePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    followRunLogs: {
        parameters: {
            query?: {
                /**
                 * @description Number of the first line.
                 * @example 0
                 */
                cursor?: components["parameters"]["LineCursor"];
                /**
                 * @description How long the stream stays open at most; `0` sends what is there.
                 * @example 300000
                 */
                wait_ms?: number;
                /**
                 * @description Only lines of this level.
                 * @example error
                 */
                level?: components["parameters"]["LineLevel"];
                /**
                 * @description Only lines of this source.
                 * @example test_runner
                 */
                source?: components["parameters"]["LineSource"];
                /**
                 * @description Only lines of this test.
                 * @example 5
                 */
                regression_test_id?: components["parameters"]["LineTest"];
                /**
                 * @description Only lines with this text, in any case; not a pattern.
                 * @example caption
                 */
                contains?: components["parameters"]["LineText"];
            };
            header?: {
                /**
                 * @description Number of the last line that was received; wins over `cursor`.
                 * @example 41
                 */
                "Last-Event-ID"?: string;
            };
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream of events. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "X-Accel-Buffering": components["headers"]["X-Accel-Buffering"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRunSampleLogs: {
        parameters: {
            query?: {
                /**
                 * @description Lines to return.
                 * @example 50
                 */
                limit?: components["parameters"]["LineLimit"];
                /**
                 * @description Number of the first line.
                 * @example 0
                 */
                cursor?: components["parameters"]["LineCursor"];
                /**
                 * @description Only lines of this level.
                 * @example error
                 */
                level?: components["parameters"]["LineLevel"];
                /**
                 * @description Only lines of this source.
                 * @example test_runner
                 */
                source?: components["parameters"]["LineSource"];
                /**
                 * @description Only lines of this test.
                 * @example 5
                 */
                regression_test_id?: components["parameters"]["LineTest"];
                /**
                 * @description Only lines with this text, in any case; not a pattern.
                 * @example caption
                 */
                contains?: components["parameters"]["LineText"];
            };
            header?: never;
            path: {
                /**
                 * @description Run.
                 * @example 12
                 */
                run_id: components["parameters"]["RunId"];
                /**
                 * @description Sample.
                 * @example 3
                 */
                sample_id: components["parameters"]["SampleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogLinePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getQueue: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description The kind of machine.
                 * @example linux
                 */
                platform?: "linux" | "windows";
                /**
                 * @description Only these.
                 * @example queued
                 */
                status?: "queued" | "running";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the queue. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueJobPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAbout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is installed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["About"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listBlockedUsers: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of blocked users. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedUserPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createBlockedUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whom to block, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BlockedUserCreateRequest"];
            };
        };
        responses: {
            /** @description The account is blocked. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockedUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteBlockedUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The number that GitHub gave the account.
                 * @example 9919
                 */
                user_id: components["parameters"]["BlockedUserId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account is not blocked any more. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnblockedUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getMaintenance: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every platform. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Maintenance"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateMaintenance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The kind of machine.
                 * @example linux
                 */
                platform: components["parameters"]["PlatformName"];
            };
            cookie?: never;
        };
        /** @description What to change; what is not named stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MaintenanceUpdateRequest"];
            };
        };
        responses: {
            /** @description The platform as it is now. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MaintenanceState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listRetentionRuns: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only runs that are due, or only those that are held.
                 * @example due
                 */
                state?: components["schemas"]["RetentionState"];
                /**
                 * @description What would go if runs were kept for so many days, instead of as configured.
                 * @example 90
                 */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of old runs. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionRunPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listDeprecations: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
                /**
                 * @description Only this deprecated item, in `data` and in `items`.
                 * @example query.access_token
                 */
                item?: components["schemas"]["DeprecatedItemName"];
                /**
                 * @description Only what was used with this token; `items` tells of the whole domain.
                 * @example 7
                 */
                token_id?: number;
                /**
                 * @description For how many days an item must not have been used to be safe to remove.
                 * @example 90
                 */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of uses, and every deprecated item. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeprecatedUsePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listForbiddenExtensions: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of extensions. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForbiddenExtensionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createForbiddenExtension: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The extension to forbid. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForbiddenExtensionCreateRequest"];
            };
        };
        responses: {
            /** @description The extension is forbidden. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForbiddenExtension"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteForbiddenExtension: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Extension of file names, in any case; a leading dot is no part of it.
                 * @example exe
                 */
                extension: components["parameters"]["Extension"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The extension is no longer forbidden. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedForbiddenExtension"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Healthy, or degraded. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemHealth"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            /** @description A dependency is down. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemHealth"];
                };
            };
        };
    };
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What this process has seen. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractReport"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    listProblems: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of error codes, in the order of this description. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemTypePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getProblem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The code of a failure.
                 * @example not_found
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemType"];
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getChangelog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes by version. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changelog"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The process answers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    Link: components["headers"]["Link-Description"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalServerError"];
            /** @description Not ready. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getDescription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of a copy at hand; while it is the current one the answer is 304.
                 * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-Revalidate"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link-Description"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            /** @description The copy at hand is the current one. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-Revalidate"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link-Description"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getDescriptionAsJson: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of a copy at hand; while it is the current one the answer is 304.
                 * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-Revalidate"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link-Description"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenApiDocument"];
                };
            };
            /** @description The copy at hand is the current one. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-Revalidate"];
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link-Description"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getApiCatalog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalog. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Link: components["headers"]["Link-Description"];
                    [name: string]: unknown;
                };
                content: {
                    "application/linkset+json": components["schemas"]["Linkset"];
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getAgentGuide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The guide. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Link: components["headers"]["Link-Description"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getStatusBadge: {
        parameters: {
            query?: {
                /**
                 * @description Branch; the main branch of the repository unless told otherwise.
                 * @example main
                 */
                branch?: string;
                /**
                 * @description Only runs on this platform.
                 * @example linux
                 */
                platform?: components["schemas"]["Platform"];
            };
            header?: {
                /**
                 * @description The `ETag` of a copy at hand; while it is the current one the answer is 304.
                 * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Domain, in any case.
                 * @example default
                 */
                domain: components["parameters"]["DomainSlug"];
                /**
                 * @description Owner of the repository, in any case.
                 * @example video
                 */
                repository_owner: string;
                /**
                 * @description Name of the repository, in any case.
                 * @example extractor
                 */
                repository_name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The badge. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-Revalidate"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            /** @description The copy at hand is the current one. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-Revalidate"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createSession: {
        parameters: {
            query?: {
                /**
                 * @description Whether the global region is asked who somebody is: `true`, `1`, `yes`, `on`, or `false`, `0`, `no`, `off`, in any case. Decides before the header `X-Global-Region`, which says the same.
                 * @example false
                 */
                global?: components["parameters"]["GlobalRegion"];
            };
            header?: never;
            path: {
                /**
                 * @description Domain, in any case.
                 * @example default
                 */
                domain: components["parameters"]["DomainSlug"];
            };
            cookie?: never;
        };
        /** @description A token, or e-mail and password. */
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["SessionForm"];
            };
        };
        responses: {
            /** @description The session is in the cookie. */
            303: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    Location: components["headers"]["Location-Dashboard"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["UnauthorizedBrowser"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Domain, in any case.
                 * @example default
                 */
                domain: components["parameters"]["DomainSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is no session any more. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["UnauthorizedBrowser"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSignInPage: {
        parameters: {
            query?: {
                /**
                 * @description Whether the global region is asked who somebody is: `true`, `1`, `yes`, `on`, or `false`, `0`, `no`, `off`, in any case. Decides before the header `X-Global-Region`, which says the same.
                 * @example false
                 */
                global?: components["parameters"]["GlobalRegion"];
            };
            header?: never;
            path: {
                /**
                 * @description Domain, in any case.
                 * @example default
                 */
                domain: components["parameters"]["DomainSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["BadRequest"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDashboard: {
        parameters: {
            query?: {
                /**
                 * @description Only runs of the repository with this number, whichever `repository` names.
                 * @example 1
                 */
                project_id?: components["parameters"]["ProjectId"];
                /**
                 * @description The domain that the page must be of, by its number or its slug.
                 * @example default
                 */
                domain_id?: components["parameters"]["DomainId"];
                /**
                 * @description Only runs of this repository, in any case.
                 * @example video/extractor
                 */
                repository?: string;
                /**
                 * @description Only runs of this branch, exactly.
                 * @example main
                 */
                branch?: string;
                /**
                 * @description Only runs on this platform; empty for all.
                 * @example linux
                 */
                platform?: "linux" | "windows" | "";
                /**
                 * @description How many days back, with today.
                 * @example 30
                 */
                days?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Domain, in any case.
                 * @example default
                 */
                domain: components["parameters"]["DomainSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The sign-in page, or this page without the token. */
            303: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location-Browser"];
                    "Set-Cookie": components["headers"]["Set-Cookie-Optional"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["UnauthorizedBrowser"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getPreflightPage: {
        parameters: {
            query?: {
                /**
                 * @description The domain that the page must be of, by its number or its slug.
                 * @example default
                 */
                domain_id?: components["parameters"]["DomainId"];
            };
            header?: never;
            path: {
                /**
                 * @description Domain, in any case.
                 * @example default
                 */
                domain: components["parameters"]["DomainSlug"];
                /**
                 * @description Preflight job.
                 * @example 550e8400-e29b-41d4-a716-446655440000
                 */
                job_id: components["parameters"]["PreflightJobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The sign-in page, or this page without the token. */
            303: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location-Preflight-Page"];
                    "Set-Cookie": components["headers"]["Set-Cookie-Optional"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["UnauthorizedBrowser"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getHome: {
        parameters: {
            query?: {
                /**
                 * @description Whether the global region is asked who somebody is: `true`, `1`, `yes`, `on`, or `false`, `0`, `no`, `off`, in any case. Decides before the header `X-Global-Region`, which says the same.
                 * @example false
                 */
                global?: components["parameters"]["GlobalRegion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dashboard is there. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location-Dashboard"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getGraph: {
        parameters: {
            query?: {
                /**
                 * @description Whether the global region is asked who somebody is: `true`, `1`, `yes`, `on`, or `false`, `0`, `no`, `off`, in any case. Decides before the header `X-Global-Region`, which says the same.
                 * @example false
                 */
                global?: components["parameters"]["GlobalRegion"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dashboard is there. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location-Dashboard"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getDomainHome: {
        parameters: {
            query?: {
                /**
                 * @description Only runs of the repository with this number, whichever `repository` names.
                 * @example 1
                 */
                project_id?: components["parameters"]["ProjectId"];
                /**
                 * @description The domain that the page must be of, by its number or its slug.
                 * @example default
                 */
                domain_id?: components["parameters"]["DomainId"];
            };
            header?: never;
            path: {
                /**
                 * @description Domain, in any case.
                 * @example default
                 */
                domain: components["parameters"]["DomainSlug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dashboard is there. */
            302: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Location: components["headers"]["Location-Dashboard"];
                    "Set-Cookie": components["headers"]["Set-Cookie-Optional"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["UnauthorizedBrowser"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getDocumentation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description With `gzip` in it the page comes compressed, at a quarter of its size.
                 * @example gzip
                 */
                "Accept-Encoding"?: string;
                /**
                 * @description The `ETag` of a copy at hand; while it is the current one the answer is 304.
                 * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-Revalidate"];
                    "Content-Encoding": components["headers"]["Content-Encoding"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary-Accept-Encoding"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The copy at hand is the current one. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-Revalidate"];
                    "Content-Security-Policy": components["headers"]["Content-Security-Policy"];
                    ETag: components["headers"]["ETag"];
                    Vary: components["headers"]["Vary-Accept-Encoding"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    downloadFile: {
        parameters: {
            query: {
                /**
                 * @description Name of the file, kept as data: it never becomes a path.
                 * @example pop-on.m2ts
                 */
                name: string;
                /**
                 * @description Domain the object belongs to.
                 * @example 1
                 */
                domain: number;
                /**
                 * @description Unix time, in seconds, at which the address ends.
                 * @example 1795341600
                 */
                expires: number;
            };
            header?: {
                /**
                 * @description One range of bytes.
                 * @example bytes=0-1023
                 */
                Range?: string;
                /**
                 * @description The `ETag` of a copy at hand; while it is the current one the answer is 304.
                 * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Digest of the content.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                sha256: components["parameters"]["Sha256"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole content. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The range that was asked for. */
            206: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Content-Length": components["headers"]["Content-Length"];
                    "Content-Range": components["headers"]["Content-Range"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    ETag: components["headers"]["ETag"];
                    "Accept-Ranges": components["headers"]["Accept-Ranges"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The copy at hand is the content. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            416: components["responses"]["RangeNotSatisfiable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listWorkers: {
        parameters: {
            query?: {
                /**
                 * @description Rows to return.
                 * @example 50
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description Rows to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of workers. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkerPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createWorker: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A worker to enrol. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkerCreateRequest"];
            };
        };
        responses: {
            /** @description The worker is enrolled. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    Deprecation: components["headers"]["Deprecation"];
                    Sunset: components["headers"]["Sunset"];
                    Link: components["headers"]["Link-Deprecation"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrolledWorker"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    revokeWorker: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Worker.
                 * @example 1
                 */
                worker_id: components["parameters"]["WorkerId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The worker is revoked. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    claimRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the worker can take. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRequest"];
            };
        };
        responses: {
            /** @description A run was claimed. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Cache-Control": components["headers"]["Cache-Control-No-Store"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Claim"];
                };
            };
            /** @description No run is waiting. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    createHeartbeat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Lease.
                 * @example 31
                 */
                lease_id: components["parameters"]["LeaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lease is renewed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeartbeatState"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    putLeaseOutput: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Lease.
                 * @example 31
                 */
                lease_id: components["parameters"]["LeaseId"];
                /**
                 * @description Digest of the content.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                sha256: components["parameters"]["Sha256"];
            };
            cookie?: never;
        };
        /** @description The bytes. */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description The bytes are stored. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredBlob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    recordResults: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Lease.
                 * @example 31
                 */
                lease_id: components["parameters"]["LeaseId"];
            };
            cookie?: never;
        };
        /** @description A batch of results. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResultsRequest"];
            };
        };
        responses: {
            /** @description The results are recorded. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedResults"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    appendLogLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Lease.
                 * @example 31
                 */
                lease_id: components["parameters"]["LeaseId"];
            };
            cookie?: never;
        };
        /** @description Lines of this lease’s log. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogLinesRequest"];
            };
        };
        responses: {
            /** @description The lines are stored. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppendedLogLines"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    completeLease: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Lease.
                 * @example 31
                 */
                lease_id: components["parameters"]["LeaseId"];
            };
            cookie?: never;
        };
        /** @description How the work ended. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletionRequest"];
            };
        };
        responses: {
            /** @description The run has ended. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Completion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLeaseSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Lease.
                 * @example 31
                 */
                lease_id: components["parameters"]["LeaseId"];
                /**
                 * @description Digest of the content.
                 * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                 */
                sha256: components["parameters"]["Sha256"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Content-Length": components["headers"]["Content-Length"];
                    ETag: components["headers"]["ETag"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getLeaseBuild: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Lease.
                 * @example 31
                 */
                lease_id: components["parameters"]["LeaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Spec-Digest": components["headers"]["Spec-Digest"];
                    "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                    "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                    "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                    "Content-Length": components["headers"]["Content-Length"];
                    ETag: components["headers"]["ETag"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            405: components["responses"]["MethodNotAllowed"];
            406: components["responses"]["NotAcceptable"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
