package ballast.report;

/**
 * One cell of a table on a page.
 *
 * @param name the column's, shown beside the value where the screen is too narrow for a table
 * @param style the class name of the style sheet
 * @param text as it is; the template escapes it
 */
record Cell(String name, String style, String text) {}
