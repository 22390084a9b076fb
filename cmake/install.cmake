# Installs the program, its rules, manual page and completion; `cpack -G DEB` in the build folder makes the package.
set(generated ${CMAKE_BINARY_DIR}/generated)
if(NOT MONIKER_FUZZERS)
  add_custom_command(TARGET moniker POST_BUILD
    COMMAND moniker help --man > ${generated}/moniker.1
    COMMAND moniker help --bash-completion > ${generated}/moniker.bash
    COMMENT "Writing the manual page and the completion from the table of commands" VERBATIM)
endif()

install(TARGETS moniker RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/moniker/rules PATTERN "build" EXCLUDE)
install(DIRECTORY deploy/slurm deploy/systemd DESTINATION ${CMAKE_INSTALL_DATADIR}/moniker USE_SOURCE_PERMISSIONS)
install(FILES ${generated}/moniker.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${generated}/moniker.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME moniker)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME moniker)
set(CPACK_PACKAGE_VENDOR "the moniker authors")
set(CPACK_PACKAGE_CONTACT "the moniker authors <moniker@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS poppler-utils)
set(CPACK_STRIP_FILES ON)
include(CPack)
