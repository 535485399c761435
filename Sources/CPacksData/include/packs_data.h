#ifndef SEN_PACKS_DATA_H
#define SEN_PACKS_DATA_H

/// A pack that the program carries inside itself.
struct packs_file {
    const unsigned char *_Nonnull bytes;
    unsigned long count;
};

extern const struct packs_file packs_telecom_infrastructure;
extern const struct packs_file packs_digital_workforce;
extern const struct packs_file packs_press_publishing_printing;
extern const struct packs_file packs_inspections;

#endif
