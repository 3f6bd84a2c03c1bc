/** What a driven Firefox starts with; what else keeps it quiet, Marionette sets by itself. */
export const FIREFOX_PREFS: Readonly<Record<string, boolean | number | string>> = {
  // any that is free; it is written into the profile
  'marionette.port': 0,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'startup.homepage_welcome_url': 'about:blank',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.unified': false,
  'dom.disable_open_during_load': false,
  // what only costs time where no page is seen twice
  'browser.cache.disk.enable': false,
  'browser.sessionstore.resume_from_crash': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'network.http.speculative-parallel-limit': 0,
  // frames a second: nothing here is looked at
  'layout.frame_rate': 10,
}
