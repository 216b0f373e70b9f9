// What html-validate is asked, and why not all.
export const rules = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Thymeleaf leaves the place of what it leaves out, and writes selected="selected": both are valid.
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    // On a narrow screen the rows of a table are drawn as blocks: without its roles it would be no table any more.
    'no-redundant-role': 'off',
    // A labelled region is the same as a labelled section; by <section> the layout finds the content of a page.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // A list may bear a name, and so may a region.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
};
