# Installs the program, its rules, pages, manual page, completion and units. `cpack -G DEB` in the build folder makes the package for
# Debian of it, scripts/package the file for any other Linux.
set(generated ${CMAKE_BINARY_DIR}/generated)
if(NOT MONIKER_FUZZERS)
  add_custom_command(TARGET moniker POST_BUILD
    COMMAND moniker help --man > ${generated}/moniker.1
    COMMAND moniker help --bash-completion > ${generated}/moniker.bash
    COMMAND moniker help --zsh-completion > ${generated}/_moniker
    COMMAND moniker help --fish-completion > ${generated}/moniker.fish
    COMMENT "Writing the manual page and the completions from the table of commands" VERBATIM)
endif()

install(TARGETS moniker RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/moniker/rules PATTERN "build" EXCLUDE)
install(DIRECTORY deploy/slurm deploy/systemd DESTINATION ${CMAKE_INSTALL_DATADIR}/moniker USE_SOURCE_PERMISSIONS)
install(FILES ${generated}/moniker.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${generated}/moniker.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME moniker)
install(FILES ${generated}/_moniker DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${generated}/moniker.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN "*.head.md" EXCLUDE)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
# A package of the system's puts the units where systemd looks, and makes the account that they run as.
file(GLOB units CONFIGURE_DEPENDS deploy/systemd/*.service deploy/systemd/*.timer)
install(FILES ${units} DESTINATION lib/systemd/system COMPONENT system)
install(FILES deploy/systemd/moniker.sysusers DESTINATION lib/sysusers.d RENAME moniker.conf COMPONENT system)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME moniker)
set(CPACK_PACKAGE_VENDOR "the moniker authors")
set(CPACK_PACKAGE_CONTACT "the moniker authors <moniker@example.org>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS poppler-utils)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/deploy/debian/postinst ${CMAKE_SOURCE_DIR}/deploy/debian/prerm
  ${CMAKE_SOURCE_DIR}/deploy/debian/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
include(CPack)
