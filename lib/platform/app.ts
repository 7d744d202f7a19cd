import { browser } from 'wxt/browser';

/** The version of Gleaner that runs. */
export function appVersion(): string {
  return browser.runtime.getManifest().version;
}

/** The browser and its system, as it names itself to every page. */
export function browserName(): string {
  return navigator.userAgent;
}
