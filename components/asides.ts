import { lazily } from './lazily.tsx';

// What a popup seldom opens with.
export const EmptyState = lazily(async () => (await import('./EmptyState.tsx')).EmptyState);
export const ErrorState = lazily(async () => (await import('./ErrorState.tsx')).ErrorState);
export const FilterBar = lazily(async () => (await import('./FilterBar.tsx')).FilterBar);
export const Greeting = lazily(async () => (await import('./Greeting.tsx')).Greeting);
export const Notice = lazily(async () => (await import('./Notice.tsx')).Notice);
export const PaperDetail = lazily(async () => (await import('./PaperDetail.tsx')).PaperDetail);
export const PaperSnippet = lazily(async () => (await import('./PaperSnippet.tsx')).PaperSnippet);
export const PickedBar = lazily(async () => (await import('./PickedBar.tsx')).PickedBar);
export const Toast = lazily(async () => (await import('./Toast.tsx')).Toast);
export const ExportPanel = lazily(async () => (await import('./ExportPanel.tsx')).ExportPanel);
export const HelpPanel = lazily(async () => (await import('./HelpPanel.tsx')).HelpPanel);
export const ImportPanel = lazily(async () => (await import('./ImportPanel.tsx')).ImportPanel);
export const SettingsPanel = lazily(async () => (await import('./SettingsPanel.tsx')).SettingsPanel);
