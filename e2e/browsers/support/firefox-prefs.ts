/** What a driven Firefox starts with; what else keeps it quiet, Marionette sets once it runs. */
export const FIREFOX_PREFS: Readonly<Record<string, boolean | number | string>> = {
  // any that is free; it is written into the profile
  'marionette.port': 0,
  // it asks nobody on the net, and shows nothing of its own
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.newtab.preload': false,
  'browser.region.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'startup.homepage_welcome_url': 'about:blank',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.unified': false,
  // links and scripts may open tabs
  'dom.disable_open_during_load': false,
  // what only costs time where no page is seen twice
  'browser.cache.disk.enable': false,
  'browser.sessionstore.resume_from_crash': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'network.http.speculative-parallel-limit': 0,
  // frames a second: nothing here is looked at
  'layout.frame_rate': 10,
}
