#include "places_data.h"

// Embedded by the compiler rather than carried in a resource bundle, so that the program can be moved as one file.
// The compiler lists each file as a dependency of this one: a changed CSV file is embedded anew by the next build.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char departments[] = {
#embed "departments.csv"
};
static const unsigned char communes_2025[] = {
#embed "communes-2025.csv"
};
static const unsigned char communes_before_2025_07[] = {
#embed "communes-before-2025-07.csv"
};
static const unsigned char successions_2025_07_01[] = {
#embed "successions-2025-07-01.csv"
};
static const unsigned char hexagons[] = {
#embed "hexagons.csv"
};

const struct places_file places_departments = {departments, sizeof departments};
const struct places_file places_communes_2025 = {communes_2025, sizeof communes_2025};
const struct places_file places_communes_before_2025_07 = {communes_before_2025_07, sizeof communes_before_2025_07};
const struct places_file places_successions_2025_07_01 = {successions_2025_07_01, sizeof successions_2025_07_01};
const struct places_file places_hexagons = {hexagons, sizeof hexagons};
