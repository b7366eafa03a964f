import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

// Mantine wants ten shades of everything; ours are the two lights of theme.css, so the tuples
// carry only what its own components ask for by number.
const step: MantineColorsTuple = [
  '#e4ede6',
  '#d3e2d8',
  '#b5cfc1',
  '#8fc3ae',
  '#6ba38d',
  '#4c8371',
  '#2f5d50',
  '#285145',
  '#20433a',
  '#17332c',
];
const lamp: MantineColorsTuple = [
  '#fdf3e0',
  '#fbe6c1',
  '#f8d390',
  '#f5b95a',
  '#e9a13b',
  '#c9822a',
  '#8a5208',
  '#744506',
  '#5c3704',
  '#452903',
];
const danger: MantineColorsTuple = [
  '#fbeae6',
  '#f6d2ca',
  '#f2a393',
  '#e07c69',
  '#c95a46',
  '#b14433',
  '#9b3526',
  '#842b1e',
  '#6c2218',
  '#551a12',
];
const gray: MantineColorsTuple = [
  '#f7f0e2',
  '#f3ead9',
  '#efe5d1',
  '#e8decb',
  '#94886f',
  '#7b7261',
  '#665f53',
  '#524c43',
  '#3d3933',
  '#2b2a27',
];
const dark: MantineColorsTuple = [
  '#f1e9da',
  '#d9d1c2',
  '#b9b1a2',
  '#b9b1a2',
  '#7e8798',
  '#2c3545',
  '#242c3a',
  '#1b212c',
  '#161b24',
  '#10141b',
];

/** Buttons, badges and their kin: text that can be read on its ground, in both lights. */
const variantColors: VariantColorsResolver = (input) => {
  const name = input.color === 'danger' || input.color === 'red' ? 'danger' : 'step';
  const edge = '1px solid transparent';
  const ink = `var(--${name}-ink)`;
  switch (input.variant) {
    case 'filled':
      return {
        background: `var(--${name})`,
        hover: `var(--${name}-hover)`,
        color: `var(--${name}-text)`,
        border: edge,
      };
    case 'light':
      if (input.color === 'lamp') {
        return {
          background: 'var(--lamp-ground)',
          hover: 'var(--lamp-ground)',
          color: 'var(--lamp-ink)',
          border: edge,
        };
      }
      return name === 'danger'
        ? { background: 'var(--hover)', hover: 'var(--line)', color: ink, border: edge }
        : { background: 'var(--calm)', hover: 'var(--calm)', color: ink, border: edge };
    case 'outline':
      return {
        background: 'transparent',
        hover: 'var(--hover)',
        color: ink,
        border: '1px solid var(--field-line)',
      };
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--hover)',
        color: name === 'danger' ? ink : 'var(--soft)',
        border: edge,
      };
    case 'default':
      return {
        background: 'var(--card)',
        hover: 'var(--hover)',
        color: 'var(--ink)',
        border: '1px solid var(--field-line)',
      };
    default:
      return defaultVariantColorsResolver(input);
  }
};

const lights = {
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--soft)',
  '--mantine-color-placeholder': 'var(--soft)',
  '--mantine-color-error': 'var(--danger-ink)',
  '--mantine-color-success': 'var(--step-ink)',
  '--mantine-color-anchor': 'var(--step-ink)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--soft)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--step)',
  '--mantine-primary-color-filled-hover': 'var(--step-hover)',
  '--mantine-primary-color-contrast': 'var(--step-text)',
  '--mantine-color-step-filled': 'var(--step)',
  '--mantine-color-step-light': 'var(--calm)',
  '--mantine-color-step-light-color': 'var(--step-ink)',
  '--mantine-color-danger-filled': 'var(--danger)',
};

/** Mantine's own colours, handed over to the variables of theme.css. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: lights,
  dark: lights,
});

/** The look of the house: DESIGN's table worn by Mantine. */
export const theme = createTheme({
  primaryColor: 'step',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  colors: { step, lamp, danger, red: danger, gray, dark },
  black: '#2b2a27',
  variantColorResolver: variantColors,
  fontFamily: 'var(--font-body)',
  headings: {
    fontFamily: 'var(--font-heading)',
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '2.25rem', lineHeight: '1.2' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  radius: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '20px' },
  defaultRadius: 'md',
  shadows: { sm: 'var(--shadow-card)', md: 'var(--shadow-lifted)', xl: 'var(--shadow-lifted)' },
  // The ring is drawn by theme.css for everything alike.
  focusRing: 'never',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { radius: 'md', fw: 600 } },
    CloseButton: { defaultProps: { 'aria-label': 'Close' } },
    Notification: {
      defaultProps: { radius: 'lg', closeButtonProps: { 'aria-label': 'Dismiss this message' } },
    },
    Modal: {
      defaultProps: {
        radius: 'lg',
        centered: true,
        padding: 'xl',
        overlayProps: { blur: 2 },
        closeButtonProps: { 'aria-label': 'Close' },
        transitionProps: { transition: 'fade', duration: 120 },
      },
    },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md', position: 'bottom-end' } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md' } },
    Tooltip: {
      defaultProps: { openDelay: 350, events: { hover: true, focus: true, touch: false } },
    },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 600 } },
    Anchor: { defaultProps: { underline: 'always' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 2 } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Autocomplete: { defaultProps: { size: 'md' } },
    TagsInput: { defaultProps: { size: 'md' } },
    // Large enough to be hit: 24 by 24 pixels (WCAG 2.5.8).
    Checkbox: { defaultProps: { size: 'md', radius: 'sm' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
  },
});
