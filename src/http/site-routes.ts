import { paths } from '#views/paths.ts'
import { getNewSite, newSiteAgain, postNewSite } from './nation/sites/new-site.ts'
import { getSite } from './nation/sites/site.ts'
import { getSiteChange, postSiteChange, siteChangeAgain } from './nation/sites/site-change.ts'
import { getSiteEnd, postSiteEnd, siteEndAgain } from './nation/sites/site-end.ts'
import { getSiteRequest, postSiteRequest, siteRequestAgain } from './nation/sites/site-request.ts'
import { getSites } from './nation/sites/sites.ts'
import { route } from './route.ts'

/** The register of sites that may embed our pages: of the nation's admins alone. */
export const siteRoutes = [
  route('GET', paths.embedSites, 'nationalAdmin', getSites),
  route('GET', paths.newEmbedSite, 'nationalAdmin', getNewSite),
  route('POST', paths.newEmbedSite, 'nationalAdminActing', postNewSite, newSiteAgain),
  route('GET', paths.siteRequest(':id'), 'nationalAdmin', getSiteRequest),
  route('POST', paths.siteRequest(':id'), 'nationalAdminActing', postSiteRequest, siteRequestAgain),
  route('GET', paths.embedSite(':key'), 'nationalAdmin', getSite),
  route('GET', paths.embedSiteChange(':key'), 'nationalAdmin', getSiteChange),
  route(
    'POST',
    paths.embedSiteChange(':key'),
    'nationalAdminActing',
    postSiteChange,
    siteChangeAgain,
  ),
  route('GET', paths.embedSiteEnd(':key'), 'nationalAdmin', getSiteEnd),
  route('POST', paths.embedSiteEnd(':key'), 'nationalAdminActing', postSiteEnd, siteEndAgain),
]
