#ifndef SEN_PLACES_DATA_H
#define SEN_PLACES_DATA_H

/// A file that the program carries inside itself.
struct places_file {
    const unsigned char *_Nonnull bytes;
    unsigned long count;
};

extern const struct places_file places_departments;
extern const struct places_file places_communes_2025;
extern const struct places_file places_communes_before_2025_07;
extern const struct places_file places_successions_2025_07_01;
extern const struct places_file places_hexagons;

#endif
