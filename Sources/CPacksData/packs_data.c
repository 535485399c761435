#include "packs_data.h"

// Embedded by the compiler, so that the program can be moved as one file; a changed pack is embedded anew by the next
// build.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char telecom_infrastructure[] = {
#embed "../../Packs/telecom-infrastructure.yaml"
};
static const unsigned char digital_workforce[] = {
#embed "../../Packs/digital-workforce.yaml"
};
static const unsigned char press_publishing_printing[] = {
#embed "../../Packs/press-publishing-printing.yaml"
};
static const unsigned char inspections[] = {
#embed "../../Packs/inspections.yaml"
};

const struct packs_file packs_telecom_infrastructure = {telecom_infrastructure, sizeof telecom_infrastructure};
const struct packs_file packs_digital_workforce = {digital_workforce, sizeof digital_workforce};
const struct packs_file packs_press_publishing_printing = {
    press_publishing_printing, sizeof press_publishing_printing};
const struct packs_file packs_inspections = {inspections, sizeof inspections};
