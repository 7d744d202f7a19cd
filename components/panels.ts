import { lazily } from './lazily.tsx';

// The dialogs, each loaded when it is opened.
export const ClearExamplesPanel = lazily(async () => (await import('./ClearExamplesPanel.tsx')).ClearExamplesPanel);
export const ExportPanel = lazily(async () => (await import('./ExportPanel.tsx')).ExportPanel);
export const HelpPanel = lazily(async () => (await import('./HelpPanel.tsx')).HelpPanel);
export const ImportPanel = lazily(async () => (await import('./ImportPanel.tsx')).ImportPanel);
export const SettingsPanel = lazily(async () => (await import('./SettingsPanel.tsx')).SettingsPanel);
export const TagsPanel = lazily(async () => (await import('./TagsPanel.tsx')).TagsPanel);
