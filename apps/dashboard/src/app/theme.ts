import { createTheme, type MantineColorsTuple } from '@mantine/core';

const river: MantineColorsTuple = [
  '#e6f7f5',
  '#d3ecea',
  '#a6d9d4',
  '#76c4bd',
  '#4fb3aa',
  '#33877f',
  '#0b6e69',
  '#08605b',
  '#05524e',
  '#00443f',
];

/** Colours, sizes and fonts of the dashboard: the device's own fonts first, ours for scripts it cannot show; every target is at least 24 px high, text has at least 4.5:1 contrast. */
export const theme = createTheme({
  colors: { river },
  primaryColor: 'river',
  primaryShade: { light: 6, dark: 6 },
  defaultRadius: 'md',
  fontFamily: `system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC Variable', 'Noto Sans Lao', 'Noto Sans Thai', 'Noto Sans Khmer', 'Noto Sans Myanmar', sans-serif`,
  headings: { sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.2rem' }, h3: { fontSize: '1rem' } } },
  autoContrast: true,
  components: {
    Anchor: { defaultProps: { underline: 'always', c: 'var(--gongfang-link)' } },
    Button: { defaultProps: { mih: 36 } },
    // A place for the first focus inside a menu would be a child that a menu may not have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    CloseButton: { defaultProps: { size: 'md' } },
  },
});
