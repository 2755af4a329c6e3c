# The program itself: console verbs always, the window where ui/ is built.
qt_add_executable(crm-import-wizard "${PROJECT_SOURCE_DIR}/app/main.cpp")
target_include_directories(crm-import-wizard PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/app")
target_link_libraries(crm-import-wizard PRIVATE wizard_options room_cli)
if(WIZARD_UI)
  target_sources(crm-import-wizard PRIVATE "${PROJECT_SOURCE_DIR}/app/window.cpp")
  target_compile_definitions(crm-import-wizard PRIVATE WIZARD_WITH_WINDOW)
  target_link_libraries(crm-import-wizard PRIVATE room_ui_shell)
endif()
